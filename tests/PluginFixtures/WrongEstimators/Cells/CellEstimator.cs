namespace Infoscope.Fixtures.WrongEstimators.Cells;

/// <summary>What the estimators of this plugin share: each differs in the estimation that it creates.</summary>
public abstract class CellEstimator : IRestoringEstimator
{
    /// <inheritdoc/>
    public virtual InputRequirements Requires(OptionValues options) => new();

    /// <inheritdoc/>
    public IEstimation Begin(EstimationContext context) => Create(context);

    /// <inheritdoc/>
    public virtual IMergeableEstimation Restore(EstimationContext context, Stream from)
    {
        var restored = Create(context);
        restored.Restore(from);
        return restored;
    }

    /// <summary>Makes an estimation that has seen no row.</summary>
    private protected abstract CellEstimation Create(EstimationContext context);
}
