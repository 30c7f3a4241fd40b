using Infoscope.Plugins.Lasso.Gains;

namespace Infoscope.Plugins.Lasso.Comparison;

/// <summary>How well a set of context tokens alone accounts for the target.</summary>
internal readonly record struct SubsetFit
{
    /// <summary>Gets what least squares leaves, |y - P y|^2 / |y|^2; null for a target of zeros.</summary>
    public required double? RefitResidual { get; init; }

    /// <summary>Gets the ridge optimum v of the target on the set.</summary>
    public required double Optimum { get; init; }

    /// <summary>Gets what the set tells about the target.</summary>
    public required double InformationNats { get; init; }

    /// <summary>Gets that over what the whole context tells; null when that is nothing.</summary>
    public required double? InformationRetained { get; init; }

    /// <summary>Fits the target on a set. Cost: m^3/6 + m^3/2 multiplications for m tokens.</summary>
    /// <exception cref="ArgumentException">A token is not in the context, or is there twice.</exception>
    /// <exception cref="NumericalFailureException">The noise is lost in the rounding of the inner products.</exception>
    public static SubsetFit Of(InformationGains gains, ReadOnlySpan<int> tokens)
    {
        var set = TokenSet.Ascending(tokens, gains.Gram.ContextTokens);
        var (optimum, _) = SubsetRidge.Of(gains, set);
        var (some, all) = (gains.TargetInformationGivenNats(optimum), gains.TargetInformationNats);
        return new SubsetFit
        {
            RefitResidual = ProjectionResidual.Of(gains.Gram, set),
            Optimum = optimum,
            InformationNats = some,
            InformationRetained = all > 0 ? some / all : null,
        };
    }
}
