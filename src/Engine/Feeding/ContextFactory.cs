using Infoscope.Compute;
using Infoscope.Engine.Labels;

namespace Infoscope.Engine.Feeding;

/// <summary>Makes the contexts of the estimations of one activation set.</summary>
internal sealed class ContextFactory(SetDescription set, ComparisonSettings settings, CancellationToken cancellation)
{
    /// <summary>Gets the label sets that are no nulls.</summary>
    public IReadOnlyList<LabelSetInfo> RealLabels { get; } = LabelTable.RealOf(set.Labels);

    /// <summary>Makes a context; an estimator that does not look at labels is given none.</summary>
    public EstimationContext Of(EstimatorEntry entry, InputRequirements needs, Precision precision, IReadOnlyList<LabelSetInfo> labelSets) => new()
    {
        EstimatorId = entry.Id,
        Shape = set.Shape,
        Precision = precision,
        Options = entry.Options,
        Seed = settings.Seed,
        LabelSets = needs.Labels == InputNeed.None ? [] : labelSets,
        Survey = set.Survey,
        Items = settings.Items,
        Log = settings.Log,
        Cancellation = cancellation,
        OpenCompute = () => Open(needs, precision),
    };

    // Folds work side by side, a thread each; what holds all rows is one estimation, which may use them all.
    private ComputeSession Open(InputRequirements needs, Precision precision)
    {
        var session = settings.Provider.Open(settings.Device, precision);
        if (needs.Access == RowAccess.AllRows) session.Threads = settings.Threads;
        return session;
    }
}
