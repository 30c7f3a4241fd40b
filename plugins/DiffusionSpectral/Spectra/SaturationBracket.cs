namespace Infoscope.Plugins.DiffusionSpectral.Spectra;

/// <summary>What the entropy of a diffusion operator at time t lies between, by the traces of its powers t and 2t alone.</summary>
/// <remarks>
/// A narrow bracket near 0 or near ln n says that the bandwidth, not the data, decides the number. Both bounds hold for any positive semidefinite operator
/// whose largest eigenvalue is 1; computed ones hold within rounding.
/// </remarks>
internal readonly record struct SaturationBracket
{
    /// <summary>Gets 2 ln T(t) - ln T(2t): the entropy of order 2, which Shannon's is not below. It is at least ln T(t).</summary>
    public double FloorNats { get; private init; }

    /// <summary>Gets the entropy with one probability 1/T(t) and the rest spread evenly over the other eigenvalues.</summary>
    public double CeilingNats { get; private init; }

    /// <summary>Gives the bracket.</summary>
    /// <param name="trace">T(t), the trace of the operator to the power t.</param>
    /// <param name="traceOfTwice">T(2t), the trace of the operator to the power 2t.</param>
    /// <param name="distinct">The number of distinct points, which bounds the number of eigenvalues that are not 0.</param>
    public static SaturationBracket Of(double trace, double traceOfTwice, int distinct)
    {
        // The largest eigenvalue being 1, no trace is below 1, but for rounding.
        var first = Math.Min(1, 1 / trace);
        return new()
        {
            FloorNats = Math.Max(0, (2 * Math.Log(trace)) - Math.Log(traceOfTwice)),
            CeilingNats = distinct == 1 ? 0 : Surprise(first) + Surprise(1 - first) + ((1 - first) * Math.Log(distinct - 1)),
        };
    }

    private static double Surprise(double probability) => probability == 0 ? 0 : -probability * Math.Log(probability);
}
