namespace Infoscope.Conformance.Truths;

/// <summary>Two independent tasks of one kind side by side: rows and reference rows are joined, labels are pairs of labels, truths add.</summary>
internal sealed class ProductTask(KnownTask left, KnownTask right) : KnownTask
{
    /// <inheritdoc/>
    public override Quantity Quantity => left.Quantity;

    /// <inheritdoc/>
    public override TaskKind Kind => left.Kind;

    /// <inheritdoc/>
    public override int Features => left.Features + right.Features;

    /// <inheritdoc/>
    public override int ReferenceFeatures => left.ReferenceFeatures + right.ReferenceFeatures;

    /// <inheritdoc/>
    public override IReadOnlyList<double> LabelProbabilities { get; } = [.. left.LabelProbabilities.SelectMany(p => right.LabelProbabilities.Select(q => p * q))];

    /// <inheritdoc/>
    public override TaskSample Draw(int rows, ulong seed)
    {
        var first = left.Draw(rows, seed);
        // A seed of its own, as the two may be the same task.
        var second = right.Draw(rows, new RandomStream(seed, Id).NextUInt64());
        return new()
        {
            Rows = Joined(first.Rows, second.Rows),
            Labels = [.. first.Labels.Zip(second.Labels, (high, low) => (high * right.LabelCount) + low)],
            Reference = Joined(first.Reference, second.Reference),
        };
    }

    /// <inheritdoc/>
    public override double PointwiseNats(TaskSample sample, int row)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var labels = Kind == TaskKind.Labels ? Math.DivRem(sample.Labels[row], right.LabelCount) : default;
        TaskSample Part(Range rows, int label, Range reference) => new()
        {
            Rows = [sample.Rows[row][rows]],
            Labels = Kind == TaskKind.Labels ? [label] : [],
            Reference = Kind == TaskKind.Pair ? [sample.Reference[row][reference]] : [],
        };
        return left.PointwiseNats(Part(..left.Features, labels.Quotient, ..left.ReferenceFeatures), 0)
            + right.PointwiseNats(Part(left.Features.., labels.Remainder, left.ReferenceFeatures..), 0);
    }

    /// <inheritdoc/>
    protected override Truth DeriveTruth() => left.Truth.Plus(right.Truth);

    private static double[][] Joined(double[][] first, double[][] second) => [.. first.Zip(second, (own, more) => (double[])[.. own, .. more])];
}
