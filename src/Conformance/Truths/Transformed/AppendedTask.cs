namespace Infoscope.Conformance.Truths;

/// <summary>A task of labels or pairs to whose rows the rows of another task are appended, drawn apart and without their labels.</summary>
internal sealed class AppendedTask(KnownTask task, KnownTask other) : KnownTask
{
    /// <inheritdoc/>
    public override Quantity Quantity => task.Quantity;

    /// <inheritdoc/>
    public override TaskKind Kind => task.Kind;

    /// <inheritdoc/>
    public override int Features => task.Features + other.Features;

    /// <inheritdoc/>
    public override int ReferenceFeatures => task.ReferenceFeatures;

    /// <inheritdoc/>
    public override IReadOnlyList<double> LabelProbabilities => task.LabelProbabilities;

    /// <inheritdoc/>
    public override TaskSample Draw(int rows, ulong seed)
    {
        var sample = task.Draw(rows, seed);
        var noise = other.Draw(rows, new RandomStream(seed, Id).NextUInt64());
        return sample with { Rows = [.. sample.Rows.Zip(noise.Rows, (own, more) => (double[])[.. own, .. more])] };
    }

    /// <inheritdoc/>
    public override double PointwiseNats(TaskSample sample, int row)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var own = new TaskSample
        {
            Rows = [sample.Rows[row][..task.Features]],
            Labels = Kind == TaskKind.Labels ? [sample.Labels[row]] : [],
            Reference = Kind == TaskKind.Pair ? [sample.Reference[row]] : [],
        };
        return task.PointwiseNats(own, 0);
    }

    /// <inheritdoc/>
    protected override Truth DeriveTruth() => task.Truth.Carried(0, $"unchanged by {other.Features} independent {(other.Features == 1 ? "feature" : "features")}");
}
