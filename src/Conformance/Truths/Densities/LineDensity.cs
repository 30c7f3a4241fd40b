namespace Infoscope.Conformance.Truths;

/// <summary>A probability density on the line with what its entropy needs.</summary>
internal abstract class LineDensity
{
    /// <summary>Gets points between which the density is smooth, and beyond which its entropy is negligible.</summary>
    public abstract IReadOnlyList<double> Panels { get; }

    /// <summary>Gives the differential entropy in nats by a formula of the density's own.</summary>
    public abstract double EntropyNats { get; }

    /// <summary>Gives the logarithm of the density, minus infinity outside its support.</summary>
    public abstract double LogDensity(double x);

    /// <summary>Draws a number.</summary>
    public abstract double Draw(RandomStream random);

    /// <summary>Gives the differential entropy in nats as the integral of -f ln f by Gauss-Legendre quadrature.</summary>
    public double EntropyByPanels() => GaussLegendre.OnPanels(
        x =>
        {
            var logDensity = LogDensity(x);
            return logDensity < -700 ? 0 : -Math.Exp(logDensity) * logDensity;
        },
        Panels);
}
