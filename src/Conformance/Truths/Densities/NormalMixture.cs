namespace Infoscope.Conformance.Truths;

/// <summary>A mixture of normal densities on the line.</summary>
internal sealed class NormalMixture(IReadOnlyList<double> weights, IReadOnlyList<double> means, IReadOnlyList<double> standardDeviations) : LineDensity
{
    /// <summary>Gets the number of components.</summary>
    public int Count => weights.Count;

    /// <summary>Gets the weight of each component.</summary>
    public IReadOnlyList<double> Weights => weights;

    /// <inheritdoc/>
    public override IReadOnlyList<double> Panels
    {
        get
        {
            var reach = 14 * standardDeviations.Max();
            var (from, to) = (means.Min() - reach, means.Max() + reach);
            return GaussLegendre.Cuts(from, to, (int)Math.Ceiling((to - from) / standardDeviations.Min() * 2));
        }
    }

    /// <inheritdoc/>
    /// <remarks>The mean of -ln f over each component in turn, by the trapezoidal rule.</remarks>
    public override double EntropyNats => Enumerable.Range(0, Count).Sum(k => weights[k] * MeanOver(k, z => -LogDensity(z)));

    /// <inheritdoc/>
    public override double LogDensity(double x)
    {
        Span<double> terms = Count <= 64 ? stackalloc double[Count] : new double[Count];
        for (var k = 0; k < Count; k++) terms[k] = Math.Log(weights[k]) + LogDensityOf(k, x);
        return LogSum.OfExponentials(terms);
    }

    /// <summary>Gives the logarithm of the density of one component.</summary>
    public double LogDensityOf(int component, double x) => NormalDistribution.LogDensity(x, means[component], standardDeviations[component]);

    /// <summary>Gives the probability below x.</summary>
    public double Cumulative(double x) => Enumerable.Range(0, Count).Sum(k => weights[k] * NormalDistribution.Cumulative((x - means[k]) / standardDeviations[k]));

    /// <inheritdoc/>
    public override double Draw(RandomStream random) => DrawFrom(random.NextCategory(weights), random);

    /// <summary>Draws from one component.</summary>
    public double DrawFrom(int component, RandomStream random) => means[component] + (standardDeviations[component] * random.NextNormal());

    /// <summary>Gives the mean of a function over one component.</summary>
    public double MeanOver(int component, Func<double, double> function) =>
        Trapezoid.MeanOverNormal(u => function(means[component] + (standardDeviations[component] * u)));

    /// <summary>Gives the mean over components of their entropies.</summary>
    public double ConditionalEntropyNats => NormalDistribution.EntropyNats + Enumerable.Range(0, Count).Sum(k => weights[k] * Math.Log(standardDeviations[k]));
}
