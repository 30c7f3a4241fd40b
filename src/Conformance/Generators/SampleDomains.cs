namespace Infoscope.Conformance.Generators;

/// <summary>What belongs to a domain, and how rows are brought into it.</summary>
internal static class SampleDomains
{
    public const double SmallestNorm = 1e-3, LargestNorm = 1e3, Step = 1.0 / 16, LargestDyadic = 64;

    /// <summary>Says whether all values belong to a domain.</summary>
    public static bool Contains(this SampleDomain domain, double[][] rows) => domain switch
    {
        SampleDomain.Moderate => Array.TrueForAll(rows, IsModerate),
        SampleDomain.Dyadic => Array.TrueForAll(rows, row => Array.TrueForAll(row, IsDyadic)),
        _ => Array.TrueForAll(rows, row => Array.TrueForAll(row, double.IsFinite)),
    };

    /// <summary>Moves values that lie outside a domain into it, in place.</summary>
    /// <remarks>Rows are scaled by powers of two, which changes no significant bit, so that what a kind promises still holds within a row.</remarks>
    public static void BringInto(this SampleDomain domain, double[][] rows)
    {
        foreach (var row in rows)
        {
            if (domain == SampleDomain.Dyadic)
            {
                for (var i = 0; i < row.Length; i++) row[i] = Math.Clamp(OnLattice(row[i]), -LargestDyadic, LargestDyadic);
            }
            else if (domain == SampleDomain.Moderate && !IsModerate(row))
            {
                // A norm in [1, 2) is in the middle of the range. HeavyTailed reaches 2e16 and no kind of this domain falls below 1e-150.
                var exponent = -Math.ILogB(Norm(row));
                for (var i = 0; i < row.Length; i++) row[i] = Math.ScaleB(row[i], exponent);
            }
        }
    }

    /// <summary>Rounds to the nearest multiple of 1/16, never to minus zero.</summary>
    public static double OnLattice(double value) => (Math.Round(value / Step) * Step) + 0.0;

    public static double Norm(double[] row)
    {
        var sum = 0.0;
        foreach (var value in row) sum += value * value;
        return Math.Sqrt(sum);
    }

    private static bool IsModerate(double[] row) => Norm(row) is 0 or (>= SmallestNorm and <= LargestNorm);

    private static bool IsDyadic(double value) => Math.Abs(value) <= LargestDyadic && double.IsInteger(value / Step);
}
