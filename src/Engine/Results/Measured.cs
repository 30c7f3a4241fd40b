using Infoscope.Engine.Calibration;

namespace Infoscope.Engine.Results;

/// <summary>What will be one result row: a quantity, its number in every way it was computed, and what the estimator said of it.</summary>
internal sealed record Measured
{
    public required Quantity Quantity { get; init; }

    public string LabelSet { get; init; } = "";

    public string Item { get; init; } = "";

    public string Against { get; init; } = "";

    public required Measurement Number { get; init; }

    public double? Ceiling { get; init; }

    public double? Floor { get; init; }

    public double? Scale { get; init; }

    /// <summary>Gets the size of the numbers that the value is computed from, of which it may be a small difference: the scale, or 1 for a ratio; 0 where it is not known.</summary>
    public double Size => Quantity.Kind == QuantityKind.Ratio ? 1 : Scale ?? 0;

    public int? Draws { get; init; }

    public double? DrawSd { get; init; }

    /// <summary>Gets the label set within whose labels labels were permuted; empty for anywhere.</summary>
    public string NullWithin { get; init; } = "";

    /// <summary>Gets whether it is about a whole, neither an item nor relative to something.</summary>
    public bool IsWhole => Item.Length == 0 && Against.Length == 0;

    /// <summary>Gets whether the engine derived it from estimates.</summary>
    public bool IsDerived { get; init; }

    public required long RowsUsed { get; init; }

    public long RowsDropped { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];
}
