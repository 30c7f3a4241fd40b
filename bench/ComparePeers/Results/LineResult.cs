using Infoscope.Measuring;

namespace Infoscope.ComparePeers.Results;

/// <summary>A row of the table.</summary>
internal sealed record LineResult
{
    /// <summary>Gets the name that the line is chosen by.</summary>
    public required string Line { get; init; }

    /// <summary>Gets what is computed.</summary>
    public required string Work { get; init; }

    /// <summary>Gets what it is held against.</summary>
    public required string Against { get; init; }

    /// <summary>Gets what the figure is, such as x, the times that the other takes of ours.</summary>
    public required string Unit { get; init; }

    /// <summary>Gets the figure over all repetitions.</summary>
    public required Spread Figure { get; init; }

    /// <summary>Gets the limit; null for a row that is there for information.</summary>
    public Limit? Limit { get; init; }

    /// <summary>Gets our seconds.</summary>
    public Spread? Ours { get; init; }

    /// <summary>Gets the other's seconds.</summary>
    public Spread? Other { get; init; }

    /// <summary>Gets our processor seconds.</summary>
    public Spread? OursProcessor { get; init; }

    /// <summary>Gets the other's processor seconds.</summary>
    public Spread? OtherProcessor { get; init; }

    /// <summary>Gets the same figure from processor times; null where it is none of times.</summary>
    public Spread? Processor { get; init; }

    /// <summary>Gets whether both sides computed the same; null where there is nothing to compare.</summary>
    public Agreement? Agreement { get; init; }

    /// <summary>Gets the number of repetitions.</summary>
    public required int Repetitions { get; init; }

    /// <summary>Gets the load of the machine when the line ended.</summary>
    public double Load { get; } = Machine.Load;

    /// <summary>Gets whether the limit counts: not for smaller sizes than it was set for.</summary>
    public bool IsJudged { get; init; } = true;

    /// <summary>Gets the verdict in a word.</summary>
    public string Verdict =>
        Agreement is { Holds: false } ? "differs"
        : Limit is null || !IsJudged ? ""
        : Limit.IsMetBy(Figure.Median) ? "met"
        : "over";
}
