namespace Infoscope.Conformance;

/// <summary>Copies of a sample whose values are off by about a rounding: what an estimate does between them is what rounding can do to it.</summary>
internal static class Jitter
{
    // A few units of the last place.
    private const int DoubleExponent = -49;
    private const int SingleExponent = -20;

    /// <summary>Gives a copy. Equal values stay equal, and zeros zero, so that ties and atoms are kept.</summary>
    public static Sample Of(Sample sample, int copy, Precision precision)
    {
        var exponent = precision == Precision.Single ? SingleExponent : DoubleExponent;
        return sample with { Rows = [.. sample.Rows.Select(row => row.Select(value => value * (1 + Math.ScaleB(Unit(value, copy), exponent))).ToArray())] };
    }

    private static double Unit(double value, int copy)
    {
        var bits = (ulong)BitConverter.DoubleToInt64Bits(value);
        var (word, _, _, _) = Philox4x32.Block((uint)bits, (uint)(bits >> 32), (uint)copy, 0, 0, 0);
        return (word / (double)uint.MaxValue * 2) - 1;
    }
}
