using System.Collections.Concurrent;
using System.Reflection;
using Infoscope.Engine.Inputs;
using Infoscope.Engine.Labels;
using Infoscope.Plugins.Labels;

namespace Infoscope.Acceptance.Tests.Data;

/// <summary>The language-model sample: the last layer at a step over positions 2 to 60, with label sets by their specifications.</summary>
internal static class LanguageModel
{
    public const string Layer = "layer4", Token = "ngram:1:tokens.npy", Bigram = "ngram:2:tokens.npy";

    private static readonly ConcurrentDictionary<string, LabelSet> LabelSets = new();

    /// <summary>Opens a step; each label set bears its specification as its name.</summary>
    public static ActivationSet Open(int step, params IEnumerable<string> specifications)
    {
        var activations = new StoredActivations(PathOf($"step{step:D6}.safetensors"), Layer);
        var sequences = SequenceLayout.Rectangular(activations.LeadingAxes[0], activations.LeadingAxes[1]);
        RowLabels[] labels = [.. specifications.Select(specification => RowLabels.Over(specification, LabelSets.GetOrAdd(specification, Resolve), activations.Name, activations.LeadingAxes))];
        return new ActivationSet
        {
            Name = "language-model",
            Layer = Layer,
            Step = $"{step}",
            Activations = activations,
            Sequences = sequences,
            Labels = labels,
            Selected = Positions.Parse("2..60").Select(activations.Rows, sequences, labels),
        };
    }

    private static string PathOf(string file) => Files.Sample("data", "language-model", file);

    private static LabelSet Resolve(string specification) =>
        new LabelResolver([Source<NgramSource>("ngram"), Source<NextSource>("next"), Source<PositionSource>("position")], file => Files.Classes(PathOf(file)), file => Files.Array(PathOf(file)), file => throw new InvalidOperationException(file), 0)
            .Resolve([("y", specification)]).Single().Labels;

    private static LabelSourceEntry Source<T>(string id)
        where T : ILabelSource, new() => new()
        {
            Id = id,
            Arguments = [.. typeof(T).GetCustomAttributes<LabelArgumentAttribute>().OrderBy(argument => argument.Position)],
            Make = () => new T(),
        };
}
