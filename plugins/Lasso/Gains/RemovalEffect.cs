namespace Infoscope.Plugins.Lasso.Gains;

/// <summary>What is lost when some of the context is removed.</summary>
internal readonly record struct RemovalEffect
{
    /// <summary>Gets the ridge optimum of the target given the rest.</summary>
    public required double TargetOptimum { get; init; }

    /// <summary>Gets the drop in what the context tells about the target, the rise of the target's gain.</summary>
    public required double TargetLossNats { get; init; }

    /// <summary>Gets the drop in the information of the whole sequence.</summary>
    public required double TotalLossNats { get; init; }
}
