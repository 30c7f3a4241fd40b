namespace Infoscope.Plugins.Lasso.Gains;

/// <summary>The ridge regression of a token on other tokens with penalty sigma^2.</summary>
internal readonly record struct RidgeFit
{
    /// <summary>Gets the squared norm of the token.</summary>
    public required double SquaredNorm { get; init; }

    /// <summary>Gets the smallest value of |x - Z'w|^2 + sigma^2 |w|^2: the posterior variance of the Gaussian process.</summary>
    public required double Optimum { get; init; }

    /// <summary>Gets |x - Z'w|^2 at that optimum.</summary>
    public required double ResidualEnergy { get; init; }

    /// <summary>Gets |w|^2 at that optimum.</summary>
    public required double SquaredWeights { get; init; }
}
