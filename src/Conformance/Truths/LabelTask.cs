namespace Infoscope.Conformance.Truths;

/// <summary>A task with a label and a density for each label; the information is I(Y;Z).</summary>
internal abstract class LabelTask(IReadOnlyList<double> labelProbabilities, int features) : KnownTask
{
    /// <inheritdoc/>
    public sealed override Quantity Quantity => Quantities.MutualInformation;

    /// <inheritdoc/>
    public sealed override TaskKind Kind => TaskKind.Labels;

    /// <inheritdoc/>
    public sealed override int Features { get; } = features;

    /// <inheritdoc/>
    public sealed override IReadOnlyList<double> LabelProbabilities { get; } = labelProbabilities;

    /// <inheritdoc/>
    public sealed override TaskSample Draw(int rows, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        var random = new RandomStream(seed, Id);
        var sample = new TaskSample { Rows = new double[rows][], Labels = new int[rows] };
        for (var i = 0; i < rows; i++)
        {
            sample.Rows[i] = new double[Features];
            sample.Labels[i] = random.NextCategory(LabelProbabilities);
            DrawRow(sample.Labels[i], random, sample.Rows[i]);
        }

        return sample;
    }

    /// <inheritdoc/>
    public sealed override double PointwiseNats(TaskSample sample, int row)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var own = LogDensity(sample.Rows[row], sample.Labels[row]);
        Span<double> terms = LabelCount <= 256 ? stackalloc double[LabelCount] : new double[LabelCount];
        for (var label = 0; label < LabelCount; label++) terms[label] = Math.Log(LabelProbabilities[label]) + LogDensity(sample.Rows[row], label);
        return own - LogSum.OfExponentials(terms);
    }

    /// <summary>Draws one row of a label into a row of zeros.</summary>
    protected abstract void DrawRow(int label, RandomStream random, Span<double> row);

    /// <summary>Gives ln p(z|y), up to a term that is the same for all labels.</summary>
    protected abstract double LogDensity(ReadOnlySpan<double> row, int label);
}
