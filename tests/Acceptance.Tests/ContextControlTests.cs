using System.Globalization;
using Infoscope.Acceptance.Tests.Data;
using Infoscope.Engine.Inputs;
using Infoscope.Plugins.Labels;
using Infoscope.Plugins.SoftEntropy;

namespace Infoscope.Acceptance.Tests;

/// <summary>What the language model's layers know of the token before, beyond what bigrams gain by being many: information about bigrams minus that about bigrams shuffled within each token.</summary>
public sealed class ContextControlTests
{
    private const int Draws = 20;

    // Layer 0 is the embedding of a token and its position and knows no other token; what is left there is the noise of the shuffles.
    private const double Nothing = 0.001, Context = 0.01;

    private static readonly LabelSet Token = Ngram(1), Bigram = Ngram(2);

    public static TheoryData<int> Steps => [0, 2777];

    [Theory]
    [MemberData(nameof(Steps))]
    public void TheEmbeddingKnowsNothingOfTheTokenBefore(int step) =>
        Assert.InRange(ContextOf(new(Files.Reference("kjv-gpt", "layer0.safetensors"), $"step{step:D6}")), -Nothing, Nothing);

    [Fact]
    public void TheLastLayerOfTheTrainedModelKnowsTheTokenBefore() =>
        Assert.InRange(ContextOf(new(Files.Sample("data", "language-model", "step002777.safetensors"), LanguageModel.Layer)), Context, double.PositiveInfinity);

    /// <summary>Gives the difference in efficiency units, over the mean of the shuffles.</summary>
    private static double ContextOf(StoredActivations activations)
    {
        RowLabels[] labels =
        [
            RowLabels.Over("bigram", Bigram, activations.Name, activations.LeadingAxes),
            .. Enumerable.Range(0, Draws).Select(draw => RowLabels.Over(ShuffleName(draw), Shuffled(draw), activations.Name, activations.LeadingAxes)),
        ];
        var sequences = SequenceLayout.Rectangular(activations.LeadingAxes[0], activations.LeadingAxes[1]);
        var rows = new SoftEntropyRun { Nulls = 0, Estimator = new WithoutFolds(new SoftEntropyEstimator()) }.Of(new ActivationSet
        {
            Name = "language-model",
            Activations = activations,
            Sequences = sequences,
            Labels = labels,
            Selected = Positions.Parse("2..60").Select(activations.Rows, sequences, labels),
        });
        return rows.Information("bigram").Normalized!.Value - Enumerable.Range(0, Draws).Average(draw => rows.Information(ShuffleName(draw)).Normalized!.Value);
    }

    private static string ShuffleName(int draw) => $"shuffle {draw.ToString(CultureInfo.InvariantCulture)}";

    private static LabelSet Shuffled(int draw) => new ShuffleWithinSource().Derive(new LabelRequest(
        "shuffle-within:bigram:token", 0, new Dictionary<string, object> { ["labels"] = Bigram, ["within"] = Token, ["draw"] = (long)draw }));

    private static LabelSet Ngram(int order) => new NgramSource().Derive(new LabelRequest(
        "ngram", 0, new Dictionary<string, object> { ["n"] = (long)order, ["tokens"] = Files.Array(Files.Sample("data", "language-model", "tokens.npy")) }));
}
