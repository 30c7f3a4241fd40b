using System.Globalization;
using Infoscope.Plugins.Spectrum.Renyi.Kernels;
using Infoscope.Plugins.Spectrum.Renyi.Reports;

namespace Infoscope.Plugins.Spectrum.Renyi;

/// <summary>Keeps the usable rows of the one block, and computes everything from their kernel when it completes.</summary>
internal sealed class RenyiEstimation(EstimationContext context) : IEstimation
{
    private readonly RenyiOptions options = context.Options.Bind<RenyiOptions>();
    private KeptRows? rows;
    private bool disposed;

    /// <inheritdoc/>
    public void Observe(in ActivationBlock block)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        context.Cancellation.ThrowIfCancellationRequested();
        if (rows is not null) throw new InvalidOperationException($"{context.EstimatorId} takes all rows in one block, and this is a second one.");
        rows = KeptRows.Of(block, context.LabelSets.Count, needsDirection: options.Kernel == KernelKind.Linear);
    }

    /// <inheritdoc/>
    public EstimateSet Complete()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        context.Cancellation.ThrowIfCancellationRequested();
        if (rows is not { Count: > 0 })
            throw new NumericalFailureException($"{context.EstimatorId} has no row to use: of {rows?.Total ?? 0} rows, {rows?.ZeroRows ?? 0} are zero and {rows?.NonFiniteRows ?? 0} are not finite; check the activations.");
        var facts = new Dictionary<string, string>();
        var kernel = KernelOf(rows.Values, rows.Count, "rows", "bandwidth", facts);
        var entropies = new RowEntropies(context, kernel, new MatrixEntropy(context.Compute, options.Alpha));
        var report = new RenyiReport(context, options, kernel);
        report.AddEntropy(entropies.OfNats([.. Enumerable.Range(0, rows.Count)]), rows.Count, "", rows.Total - rows.Count);
        var notes = NotesOf(rows);
        for (var set = 0; set < context.LabelSets.Count; set++) AddLabelSet(report, entropies, rows, set, notes);
        if (rows.References is { } references) AddReference(report, entropies, rows, references, notes, facts);
        return new EstimateSet { Estimates = report.Estimates, Facts = facts, Notes = notes };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        disposed = true;
        rows = null;
    }

    private static List<string> NotesOf(KeptRows rows)
    {
        var notes = new List<string>();
        if (rows.NonFiniteRows > 0) notes.Add($"{CountOf(rows.NonFiniteRows, "non-finite")} left out of {rows.Total}");
        if (rows.ZeroRows > 0) notes.Add($"{CountOf(rows.ZeroRows, "zero")} left out of {rows.Total}, having no direction");
        if (rows.ReferencedRows.Length == 0) return notes;
        if (rows.NonFiniteReferences > 0) notes.Add($"{CountOf(rows.NonFiniteReferences, "non-finite", " of the reference")} left out of {rows.Count}");
        if (rows.ZeroReferences > 0) notes.Add($"{CountOf(rows.ZeroReferences, "zero", " of the reference")} left out of {rows.Count}, having no direction");
        return notes;
    }

    private static string CountOf(int count, string kind, string whose = "") => count == 1 ? $"1 {kind} row{whose} was" : $"{count} {kind} rows{whose} were";

    private RowKernel KernelOf(double[] values, int count, string noun, string fact, Dictionary<string, string> facts)
    {
        if (options.Kernel == KernelKind.Linear) return CosineKernel.Of(context.Compute, values, count);
        var kernel = GaussianKernel.Of(context.Compute, values, count, Bandwidth.Parse(options.Bandwidth, context.Options.Owner), noun, context.Cancellation);
        facts[fact] = kernel.Bandwidth.ToString("G17", CultureInfo.InvariantCulture);
        return kernel;
    }

    private void AddLabelSet(RenyiReport report, RowEntropies entropies, KeptRows all, int set, List<string> notes)
    {
        var (info, groups) = (context.LabelSets[set], LabelGroups.Of(all.Labels(set)));
        if (groups.All.Count == 0)
        {
            if (!info.IsNull) notes.Add($"label set '{info.Name}' has no estimates: none of its labelled rows can be used");
            return;
        }

        if (groups.All.Count == 1 && !info.IsNull) notes.Add($"label set '{info.Name}' has usable rows of one label alone, so its information is 0 by definition");
        var information = entropies.OfLabels(groups);
        // Permuting the labels of the labelled rows cannot change the entropy of those rows, so a null has nothing to say of it.
        if (!info.IsNull) report.AddEntropy(information.WholeNats, groups.Rows.Length, info.Name, all.DroppedOf(set));
        report.AddLabels(information, groups, all, set);
    }

    private void AddReference(RenyiReport report, RowEntropies entropies, KeptRows all, double[] references, List<string> notes, Dictionary<string, string> facts)
    {
        var pairs = all.ReferencedRows;
        if (pairs.Length == 0)
        {
            notes.Add("there is no information about the reference: none of its rows can be used");
            return;
        }

        try
        {
            var kernel = KernelOf(references, pairs.Length, "rows of the reference", "reference-bandwidth", facts);
            report.AddReference(entropies.OfReference(kernel, pairs), kernel, pairs.Length, all.Total - pairs.Length);
        }
        catch (NumericalFailureException failure)
        {
            // The other estimates need no reference.
            notes.Add($"there is no information about the reference: {failure.Message}");
        }
    }
}
