using Infoscope.Plugins.DiffusionSpectral.Clustering;
using Infoscope.Plugins.DiffusionSpectral.Entropies;
using Infoscope.Plugins.DiffusionSpectral.LabelInformation;
using Infoscope.Plugins.DiffusionSpectral.Reports;
using Infoscope.Plugins.DiffusionSpectral.Rows;

namespace Infoscope.Plugins.DiffusionSpectral;

/// <summary>Keeps the finite rows of the one block, and computes everything from them when it completes.</summary>
internal sealed class DiffusionSpectralEstimation(EstimationContext context) : IEstimation
{
    private const int FewestRows = 2;

    private readonly DiffusionSpectralOptions options = context.Options.Bind<DiffusionSpectralOptions>();
    private readonly List<string> notes = [];
    private FiniteRows? rows;
    private bool disposed;

    /// <inheritdoc/>
    public void Observe(in ActivationBlock block)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        context.Cancellation.ThrowIfCancellationRequested();
        if (rows is not null) throw new InvalidOperationException($"{context.EstimatorId} takes all rows in one block, and this is a second one.");
        rows = FiniteRows.Of(block, context.LabelSets.Count);
    }

    /// <inheritdoc/>
    public EstimateSet Complete()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        context.Cancellation.ThrowIfCancellationRequested();
        if (rows is null || rows.Points.Count < FewestRows)
            throw new NumericalFailureException($"{context.EstimatorId} needs at least {FewestRows} finite rows and has {rows?.Points.Count ?? 0} of {rows?.Total ?? 0}: check the activations.");
        var dropped = rows.Total - rows.Points.Count;
        if (dropped > 0) notes.Add($"{dropped} non-finite {(dropped == 1 ? "row was" : "rows were")} left out of {rows.Total}");

        var (points, rescaled) = PointScale.Settle(rows.Points);
        var chosen = EntropyChoice.Of(options, context, points, rescaled);
        var report = new EstimateReport(context, rows, chosen.Entropy);
        var whole = chosen.Entropy.Of(points);
        report.AddEntropy(whole, points.Count, "", dropped);
        var information = new InformationEstimator(points, whole, chosen.Entropy, new RandomSubsets(context.Random), options);
        for (var set = 0; set < context.LabelSets.Count; set++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            AddLabelSet(report, information, context.LabelSets[set], Classes.Of(rows.Labels(set)), rows.DroppedOf(set));
        }

        AddReference(report, information, rows);
        return new EstimateSet { Estimates = report.Estimates, Facts = chosen.Facts, Notes = notes };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        disposed = true;
        rows = null;
    }

    private void AddLabelSet(EstimateReport report, InformationEstimator information, LabelSetInfo labels, Classes classes, int dropped)
    {
        if (WhyNot(classes, information.Entropy) is { } reason)
        {
            if (!labels.IsNull) notes.Add($"label set '{labels.Name}' has no estimates: {reason}");
            return;
        }

        if (classes.All.Count == 1 && !labels.IsNull) notes.Add($"label set '{labels.Name}' has usable rows of one label alone, so its information is 0 by definition");
        // Permuting the labels of the labelled rows cannot change the entropy of those rows, so a null has nothing to say of it.
        if (!labels.IsNull) report.AddEntropy(information.EntropyOf(classes), classes.Pool.Length, labels.Name, dropped);
        report.AddLabels(information.Of(classes), classes, labels, dropped);
    }

    private void AddReference(EstimateReport report, InformationEstimator information, FiniteRows all)
    {
        if (all.References is not { } references) return;
        if (references.Count < FewestRows)
        {
            notes.Add($"the reference is finite in {references.Count} of the rows, so there is no information about it; it needs at least {FewestRows}");
            return;
        }

        int[] ids;
        try
        {
            var settings = new ReferenceSettings { Clusters = options.ReferenceClasses };
            ids = ReferenceClasses.Of(context.Compute, references, settings, context.Random("reference clusters"), context.Cancellation);
        }
        catch (Exception failure) when (failure is ActivationShapeException or NumericalFailureException)
        {
            // The other estimates need no classes of the reference.
            notes.Add($"there is no information about the reference: {failure.Message}");
            return;
        }

        var labels = new int[all.Points.Count];
        Array.Fill(labels, -1);
        for (var i = 0; i < ids.Length; i++) labels[all.ReferencedRows[i]] = ids[i];
        var classes = Classes.Of(labels);
        if (WhyNot(classes, information.Entropy) is { } reason)
        {
            notes.Add($"there is no information about the reference: {reason}");
            return;
        }

        var how = references.Features == 1 ? "bins of equal width" : "spectral clusters";
        var note = classes.All.Count == 1 ? "the reference is one class, so the information about it is 0 by definition" : $"the reference is cut into {classes.All.Count} {how}";
        report.AddReference(information.Of(classes), classes, note);
    }

    private static string? WhyNot(Classes classes, IPointEntropy entropy)
    {
        if (classes.All.Count == 0) return "none of its rows is labelled and finite";
        var smallest = classes.All.Min(one => one.Size);
        return smallest < entropy.MinimumPoints ? $"its smallest class has {smallest} rows, and this entropy needs at least {entropy.MinimumPoints}" : null;
    }
}
