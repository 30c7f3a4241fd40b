using Infoscope.Plugins.Lasso.Gains;

namespace Infoscope.Plugins.Lasso.Comparison;

/// <summary>What the removal of random sets takes away.</summary>
internal readonly record struct RemovalEffects
{
    /// <summary>Gets the ridge optimum of the target given the rest.</summary>
    public required Spread TargetOptimum { get; init; }

    /// <summary>Gets the drop in what the context tells about the target, in nats.</summary>
    public required Spread TargetLossNats { get; init; }

    /// <summary>Gets the drop in the information of the whole sequence, in nats.</summary>
    public required Spread TotalLossNats { get; init; }

    /// <summary>Sums up the effects of sets, of which there is at least one.</summary>
    public static RemovalEffects Of(IReadOnlyList<RemovalEffect> effects) => new()
    {
        TargetOptimum = Spread.Of([.. effects.Select(effect => effect.TargetOptimum)]),
        TargetLossNats = Spread.Of([.. effects.Select(effect => effect.TargetLossNats)]),
        TotalLossNats = Spread.Of([.. effects.Select(effect => effect.TotalLossNats)]),
    };
}
