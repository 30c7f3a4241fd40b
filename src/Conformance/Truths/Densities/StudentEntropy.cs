namespace Infoscope.Conformance.Truths;

/// <summary>The differential entropy of the multivariate Student distribution.</summary>
internal static class StudentEntropy
{
    /// <summary>Gives the entropy for identity dispersion: ln[G(v/2)/G((v+d)/2)] + (d/2) ln(v pi) + ((v+d)/2) [psi((v+d)/2) - psi(v/2)].</summary>
    /// <remarks>Reference: Arellano-Valle, Contreras-Reyes, Genton, "Shannon entropy and mutual information for multivariate skew-elliptical distributions" (2013).</remarks>
    public static double Nats(int features, int degreesOfFreedom)
    {
        var half = degreesOfFreedom / 2.0;
        var more = (degreesOfFreedom + features) / 2.0;
        return GammaFunction.Log(half) - GammaFunction.Log(more) + (features / 2.0 * Math.Log(degreesOfFreedom * Math.PI))
            + (more * (GammaFunction.Digamma(more) - GammaFunction.Digamma(half)));
    }
}
