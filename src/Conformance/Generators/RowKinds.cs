namespace Infoscope.Conformance.Generators;

/// <summary>What belongs to a kind of rows, and which row of a kind is near to one that does not.</summary>
internal static class RowKinds
{
    // Rows rounded to single precision sum to 1 within 2^-24.
    private const double Rounding = 1e-6;

    /// <summary>Tells whether all rows are of a kind.</summary>
    public static bool Contains(this RowKind kind, double[][] rows) => Array.TrueForAll(rows, row => kind.Contains(row));

    /// <summary>Gives a row of a kind: itself where it is one, else its magnitudes, for a distribution divided by their sum, and equal shares where that is zero. A row that is not finite stays.</summary>
    public static double[] Nearest(this RowKind kind, double[] row)
    {
        if (kind.Contains(row) || !Array.TrueForAll(row, double.IsFinite)) return row;
        // Minus zero is at least 0.
        double[] magnitudes = [.. row.Select(value => value < 0 ? -value : value)];
        return kind == RowKind.Distribution ? Shares(magnitudes) : magnitudes;
    }

    // By the largest first: the sum of the largest magnitudes is not finite, and a share of a subnormal one is not exact.
    private static double[] Shares(double[] magnitudes)
    {
        var largest = magnitudes.Max();
        if (largest == 0) return [.. magnitudes.Select(_ => 1.0 / magnitudes.Length)];
        double[] scaled = [.. magnitudes.Select(value => value / largest)];
        var sum = scaled.Sum();
        return [.. scaled.Select(value => value / sum)];
    }

    private static bool Contains(this RowKind kind, double[] row) => kind switch
    {
        RowKind.NonNegative => Array.TrueForAll(row, value => value >= 0),
        RowKind.Distribution => Array.TrueForAll(row, value => value >= 0) && Math.Abs(row.Sum() - 1) <= Rounding,
        _ => true,
    };
}
