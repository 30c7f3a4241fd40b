using System.Collections.Concurrent;
using Infoscope.Engine.Labels;
using Infoscope.Engine.Results;

namespace Infoscope.Acceptance.Tests.Data;

/// <summary>The estimates at every step of the language-model sample, each made once for all tests.</summary>
internal static class LanguageModelEstimates
{
    private static readonly ConcurrentDictionary<int, Lazy<IReadOnlyList<ResultRow>>> Made = new();

    public static IReadOnlyList<int> Steps { get; } = [0, 16, 64, 256, 512, 1024, 2777];

    /// <summary>Gets the label sets whose permutation the reference has, with their names in it.</summary>
    public static IReadOnlyDictionary<string, string> WithPermutation { get; } = new Dictionary<string, string>
    {
        [LanguageModel.Token] = "input_unigram",
        [LanguageModel.Bigram] = "input_bigram",
        ["ngram:3:tokens.npy"] = "input_trigram",
        ["book.npy"] = "book",
        ["testament.npy"] = "testament",
    };

    /// <summary>Gets the other label sets, with their names in the reference.</summary>
    public static IReadOnlyDictionary<string, string> WithoutPermutation { get; } = new Dictionary<string, string>
    {
        ["next:1:tokens.npy"] = "output_unigram",
        ["next:2:tokens.npy"] = "output_bigram",
        ["next:3:tokens.npy"] = "output_trigram",
    };

    /// <summary>Gives the rows at a step; only label sets whose permutation the reference has come with nulls.</summary>
    public static IReadOnlyList<ResultRow> At(int step) => Made.GetOrAdd(step, _ => new(() =>
    [
        .. new SoftEntropyRun { NullUnit = NullUnit.Rows }.Of(LanguageModel.Open(step, WithPermutation.Keys)),
        .. new SoftEntropyRun { Nulls = 0 }.Of(LanguageModel.Open(step, WithoutPermutation.Keys)).Where(row => row.LabelSet.Length > 0),
    ])).Value;
}
