using Infoscope.Engine.Inputs;
using Infoscope.Engine.Labels;

namespace Infoscope.Engine;

/// <summary>What results say of an activation set, without its rows: all that a saved state keeps of it.</summary>
public sealed record SetDescription
{
    /// <summary>Gets the name of the set.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the layer.</summary>
    public required string Layer { get; init; }

    /// <summary>Gets the checkpoint.</summary>
    public required string Step { get; init; }

    /// <summary>Gets the shape; its rows are those that are used.</summary>
    public required ActivationShape Shape { get; init; }

    /// <summary>Gets the survey; null when nobody asked for it.</summary>
    public ActivationSurvey? Survey { get; init; }

    /// <summary>Gets remarks on the input.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Gets the label sets.</summary>
    public required IReadOnlyList<LabelFacts> Labels { get; init; }

    /// <summary>Describes an activation set.</summary>
    internal static SetDescription Of(ActivationSet set, long selectedRows, ActivationSurvey? survey, IReadOnlyList<LabelFacts> labels) => new()
    {
        Name = set.Name,
        Layer = set.Layer,
        Step = set.Step,
        Shape = new ActivationShape
        {
            Rows = selectedRows,
            Features = set.Activations.Features,
            Sequences = set.Sequences?.Count ?? 0,
            ReferenceFeatures = set.Reference?.Features ?? 0,
        },
        Survey = survey,
        Notes = set.Notes,
        Labels = labels,
    };
}
