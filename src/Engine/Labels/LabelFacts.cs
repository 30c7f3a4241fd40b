namespace Infoscope.Engine.Labels;

/// <summary>What results say of a label set, without its labels.</summary>
public sealed record LabelFacts
{
    /// <summary>Gets the name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the name of each label.</summary>
    public required IReadOnlyList<string> LabelNames { get; init; }

    /// <summary>Gets the number of used rows that have a label.</summary>
    public required long Rows { get; init; }

    /// <summary>Gets the number of labels that occur among the used rows.</summary>
    public required int Observed { get; init; }

    /// <summary>Gets the plug-in entropy of the labels of the used rows, in nats.</summary>
    public required double EntropyNats { get; init; }

    /// <summary>Gets what a reader should know of the labels.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Gets the label set within whose labels labels change places; empty for anywhere.</summary>
    public string NullWithin { get; init; } = "";

    /// <summary>Gets what a reader should know of the null; empty without one.</summary>
    public required string NullNote { get; init; }
}
