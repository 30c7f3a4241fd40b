namespace Infoscope.Plugins.SoftEntropy.Rows;

/// <summary>Scales a row to Euclidean length 1 in double, whatever its size.</summary>
internal static class UnitRow
{
    // Between these magnitudes squares neither overflow nor lose bits; outside, a power of two moves the row there without rounding.
    private const double Small = 1e-140, Large = 1e140;
    private static readonly double TowardsOne = Math.ScaleB(1, 600);

    /// <summary>Writes the unit row of a row; the two may be the same span. Nothing is written for a row that cannot be used.</summary>
    public static RowFate Normalize(ReadOnlySpan<double> row, Span<double> unit)
    {
        double largest = 0;
        foreach (var value in row) largest = Math.Max(largest, Math.Abs(value));
        if (!double.IsFinite(largest)) return RowFate.NonFinite;
        if (largest == 0) return RowFate.Zero;
        var factor = largest < Small ? TowardsOne : largest > Large ? 1 / TowardsOne : 1;
        double squares = 0;
        foreach (var value in row)
        {
            var scaled = value * factor;
            squares += scaled * scaled;
        }

        var norm = Math.Sqrt(squares);
        for (var i = 0; i < row.Length; i++) unit[i] = row[i] * factor / norm;
        return RowFate.Used;
    }
}
