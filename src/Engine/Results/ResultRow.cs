using Infoscope.Engine.Calibration;

namespace Infoscope.Engine.Results;

/// <summary>One line of the result: one quantity of one estimator on one activation set and label set.</summary>
/// <remarks>Every number that has a unit is in <see cref="Unit"/>; information is in nats. Null is an empty cell.</remarks>
public sealed record ResultRow
{
    /// <summary>What the id of a quantity ends with when the row is a difference of two of its values.</summary>
    public const string DifferenceSuffix = "-difference";

    /// <summary>What a difference is against when it tells how a value moves when every row is doubled.</summary>
    public const string RowsDoubled = "rows doubled";

    /// <summary>Gets the activation set.</summary>
    public required string Set { get; init; }

    /// <summary>Gets the layer.</summary>
    public required string Layer { get; init; }

    /// <summary>Gets the checkpoint.</summary>
    public required string Step { get; init; }

    /// <summary>Gets the id of the estimator.</summary>
    public required string Estimator { get; init; }

    /// <summary>Gets the version of the estimator's plugin.</summary>
    public required string Version { get; init; }

    /// <summary>Gets the id of the quantity.</summary>
    public required string Quantity { get; init; }

    /// <summary>Gets the label set.</summary>
    public required string LabelSet { get; init; }

    /// <summary>Gets what the value is relative to.</summary>
    public required string Against { get; init; }

    /// <summary>Gets the label, token or unit.</summary>
    public required string Item { get; init; }

    /// <summary>Gets the value.</summary>
    public required double Value { get; init; }

    /// <summary>Gets the unit: nats, ratio or count.</summary>
    public required string Unit { get; init; }

    /// <summary>Gets the value divided by the estimator's scale, such as ln m.</summary>
    public double? Normalized { get; init; }

    /// <summary>Gets the mean under permuted labels.</summary>
    public double? NullMean { get; init; }

    /// <summary>Gets the standard deviation under permuted labels.</summary>
    public double? NullSd { get; init; }

    /// <summary>Gets (1 + number of permuted values at least as large) / (permutations + 1).</summary>
    public double? NullP { get; init; }

    /// <summary>Gets the standard error of the value.</summary>
    public double? StandardError { get; init; }

    /// <summary>Gets the number of draws of the estimator's own randomness.</summary>
    public int? Draws { get; init; }

    /// <summary>Gets the standard deviation over those draws.</summary>
    public double? DrawSd { get; init; }

    /// <summary>Gets the largest possible value.</summary>
    public double? Ceiling { get; init; }

    /// <summary>Gets the smallest possible value.</summary>
    public double? Floor { get; init; }

    /// <summary>Gets the number of rows that the value rests on.</summary>
    public required long RowsUsed { get; init; }

    /// <summary>Gets the number of rows that could not be used.</summary>
    public required long RowsDropped { get; init; }

    /// <summary>Gets the number of labels that occur; null without a label set.</summary>
    public int? Labels { get; init; }

    /// <summary>Gets the number of features of a row.</summary>
    public required int Dimensions { get; init; }

    /// <summary>Gets the precision: single or double.</summary>
    public required string Precision { get; init; }

    /// <summary>Gets the seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Gets every option of the estimator as it was used, and behind them what the estimator settled on.</summary>
    public required IReadOnlyDictionary<string, string> Options { get; init; }

    /// <summary>Gets the device.</summary>
    public required string Device { get; init; }

    /// <summary>Gets the seconds of work of the estimator on this activation set, summed over threads.</summary>
    public required double Seconds { get; init; }

    /// <summary>Gets the largest resident memory of the process so far.</summary>
    public required long PeakBytes { get; init; }

    /// <summary>Gets the verdict in words; empty when nothing can be said.</summary>
    public required string Verdict { get; init; }

    /// <summary>Gets remarks, each a phrase.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Gets the version of the contract.</summary>
    public required string Contract { get; init; }

    /// <summary>Gets the name and version of the host.</summary>
    public required string Host { get; init; }

    /// <summary>Gives the row without the numbers that its error and its null were computed from, for keeping many.</summary>
    public ResultRow WithoutSamples() => this with { Number = new Measurement { Value = Value } };

    /// <summary>Gets whether the row is about a whole, neither an item nor relative to something.</summary>
    internal bool IsWhole => Item.Length == 0 && Against.Length == 0;

    /// <summary>Gets the value in every way it was computed.</summary>
    internal Measurement Number { get; init; } = new() { Value = double.NaN };

    /// <summary>Gets whether permutations were over the rows that the value rests on.</summary>
    internal bool NullFits { get; init; } = true;

    /// <summary>Gets whether labels were permuted within those of another set, so that the null holds what that one explains.</summary>
    internal bool IsNullWithin { get; init; }

    /// <summary>Gets the size of the numbers that the value is computed from; 0 where it is not known.</summary>
    internal double Size { get; init; }

    /// <summary>Gets the entropy of the labels in nats; null where it is not known.</summary>
    internal double? LabelEntropyNats { get; init; }

    /// <summary>Gives a row of something derived from this one; its null and its error are those of the number.</summary>
    internal ResultRow Derived(string quantity, string against, Measurement number)
    {
        var under = number.Nulls.Length == 0 ? null : new NullDistribution(number.Nulls, Size);
        return this with
        {
            Quantity = quantity,
            Against = against,
            Number = number,
            Value = number.Value,
            Normalized = null,
            NullMean = under?.Mean,
            NullSd = under?.StandardDeviation,
            NullP = under?.PValue(number.Value),
            StandardError = number.StandardError,
            Draws = null,
            DrawSd = null,
            Ceiling = null,
            Floor = null,
        };
    }
}
