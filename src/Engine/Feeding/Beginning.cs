namespace Infoscope.Engine.Feeding;

/// <summary>Begins estimations.</summary>
internal static class Beginning
{
    /// <summary>Begins an estimation.</summary>
    /// <exception cref="PluginFaultException">The estimator gave none.</exception>
    public static IEstimation Of(EstimatorEntry entry, EstimationContext context) => entry.Estimator.Begin(context) ?? throw new PluginFaultException("Begin gave null");

    /// <summary>Begins an estimation that is fed nothing, to learn whether the estimator can begin here and whether its states merge.</summary>
    public static bool TryMergeable(EstimatorEntry entry, EstimationContext context)
    {
        try
        {
            using var trial = Of(entry, context);
            return trial is IMergeableEstimation;
        }
        finally
        {
            context.CloseCompute();
        }
    }
}
