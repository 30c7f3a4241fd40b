namespace Infoscope.Plugins.Lasso.Gains;

/// <summary>The ridge regression of the target on a subset of its context.</summary>
internal static class SubsetRidge
{
    /// <summary>Gives the target's optimum and the information of the subset itself, in nats. Cost: m^3/6 multiplications for m tokens.</summary>
    /// <exception cref="NumericalFailureException">The noise is lost in the rounding of the inner products.</exception>
    public static (double Optimum, double SubsetNats) Of(InformationGains gains, ReadOnlySpan<int> ascending)
    {
        var (gram, variance, size) = (gains.Gram, gains.Sigma * gains.Sigma, ascending.Length);
        var block = new double[size * size];
        var toTarget = new double[size];
        double trace = 0;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < i; j++) block[i * size + j] = gram[ascending[i], ascending[j]];
            block[i * size + i] = gram[ascending[i], ascending[i]] + variance;
            toTarget[i] = gram[gram.Target, ascending[i]];
            trace += gram[ascending[i], ascending[i]];
        }

        if (!CholeskyRows.TryFactor(block, size)) throw InformationGains.Lost(gram, gains.Sigma);
        CholeskyRows.Forward(block, size, toTarget);
        double nats = 0;
        for (var i = 0; i < size; i++) nats += InformationGains.GainNats(gram[ascending[i], ascending[i]] - Vectors.SquaredNorm(block.AsSpan(i * size, i)), variance);
        var norm = gram[gram.Target, gram.Target];
        return (Math.Max(norm - Vectors.SquaredNorm(toTarget), norm * (variance / (trace + variance))), nats);
    }
}
