namespace Infoscope.Conformance.Truths;

/// <summary>A task whose rows, reference rows or both have gone through an invertible map.</summary>
internal sealed class MappedTask(KnownTask task, RowMap? rowMap, RowMap? referenceMap) : KnownTask
{
    // Only a differential entropy moves, and then the map of the rows has a constant volume.
    private readonly double shiftNats = task.Quantity.Id == Quantities.DifferentialEntropy.Id ? rowMap!.LogVolumeNats(task.Features)!.Value : 0;

    /// <inheritdoc/>
    public override Quantity Quantity => task.Quantity;

    /// <inheritdoc/>
    public override TaskKind Kind => task.Kind;

    /// <inheritdoc/>
    public override int Features { get; } = rowMap?.OutputFeatures(task.Features) ?? task.Features;

    /// <inheritdoc/>
    public override int ReferenceFeatures { get; } = referenceMap?.OutputFeatures(task.ReferenceFeatures) ?? task.ReferenceFeatures;

    /// <inheritdoc/>
    public override IReadOnlyList<double> LabelProbabilities => task.LabelProbabilities;

    /// <inheritdoc/>
    public override TaskSample Draw(int rows, ulong seed)
    {
        var sample = task.Draw(rows, seed);
        return sample with { Rows = Each(sample.Rows, rowMap), Reference = Each(sample.Reference, referenceMap) };
    }

    /// <inheritdoc/>
    public override double PointwiseNats(TaskSample sample, int row)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var original = new TaskSample
        {
            Rows = [rowMap?.Invert(sample.Rows[row]) ?? sample.Rows[row]],
            Labels = Kind == TaskKind.Labels ? [sample.Labels[row]] : [],
            Reference = Kind == TaskKind.Pair ? [referenceMap?.Invert(sample.Reference[row]) ?? sample.Reference[row]] : [],
        };
        return task.PointwiseNats(original, 0) + shiftNats;
    }

    /// <inheritdoc/>
    protected override Truth DeriveTruth()
    {
        var names = new[] { rowMap is null ? null : $"{rowMap.Name} of the rows", referenceMap is null ? null : $"{referenceMap.Name} of the reference rows" }.Where(name => name is not null);
        var effect = shiftNats == 0 ? "unchanged by" : FormattableString.Invariant($"plus ln |det J| = {shiftNats:G12} of");
        return task.Truth.Carried(shiftNats, $"{effect} {string.Join(" and ", names)}");
    }

    private static double[][] Each(double[][] rows, RowMap? map) => map is null ? rows : [.. rows.Select(row => map.Apply(row))];
}
