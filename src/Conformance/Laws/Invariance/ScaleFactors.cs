namespace Infoscope.Conformance;

/// <summary>Factors that rows are multiplied by: powers of 2, which round nothing, and others.</summary>
internal static class ScaleFactors
{
    private static readonly double[] Factors = [0.25, 2, 1024, 0.1, 3, 1000];

    /// <summary>Draws one.</summary>
    public static double Draw(RandomStream random) => Factors[random.NextBelow(Factors.Length)];
}
