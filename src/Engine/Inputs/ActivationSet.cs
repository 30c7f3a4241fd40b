namespace Infoscope.Engine.Inputs;

/// <summary>One layer at one checkpoint with everything that belongs to its rows.</summary>
public sealed record ActivationSet
{
    /// <summary>Gets the name of the set, the column <c>set</c> of a result.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the layer; empty when there is none.</summary>
    public string Layer { get; init; } = "";

    /// <summary>Gets the checkpoint; empty when there is none.</summary>
    public string Step { get; init; } = "";

    /// <summary>Gets the rows.</summary>
    public required IActivationSource Activations { get; init; }

    /// <summary>Gets the sequences of the rows; null when the rows have no sequence axis.</summary>
    public SequenceLayout? Sequences { get; init; }

    /// <summary>Gets the label sets.</summary>
    public IReadOnlyList<RowLabels> Labels { get; init; } = [];

    /// <summary>Gets which rows are used; null is all.</summary>
    public bool[]? Selected { get; init; }

    /// <summary>Gets a second set of activations, row for row; null when there is none.</summary>
    public IActivationSource? Reference { get; init; }

    /// <summary>Gets the attention of the sequences; null when there is none.</summary>
    public IAttentionSource? Attention { get; init; }

    /// <summary>Gets remarks on the input that belong into every row of its results.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
