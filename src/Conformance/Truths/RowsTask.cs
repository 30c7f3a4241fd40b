namespace Infoscope.Conformance.Truths;

/// <summary>A task of rows alone; the quantity is an entropy of their distribution.</summary>
internal abstract class RowsTask(int features) : KnownTask
{
    /// <inheritdoc/>
    public sealed override TaskKind Kind => TaskKind.Rows;

    /// <inheritdoc/>
    public sealed override int Features { get; } = features;

    /// <inheritdoc/>
    public sealed override TaskSample Draw(int rows, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        var random = new RandomStream(seed, Id);
        var sample = new TaskSample { Rows = new double[rows][] };
        for (var i = 0; i < rows; i++)
        {
            sample.Rows[i] = new double[Features];
            DrawRow(random, sample.Rows[i]);
        }

        return sample;
    }

    /// <inheritdoc/>
    public sealed override double PointwiseNats(TaskSample sample, int row)
    {
        ArgumentNullException.ThrowIfNull(sample);
        return -LogDensity(sample.Rows[row]);
    }

    /// <summary>Draws one row into a row of zeros.</summary>
    protected abstract void DrawRow(RandomStream random, Span<double> row);

    /// <summary>Gives ln p(z), a density or a probability.</summary>
    protected abstract double LogDensity(ReadOnlySpan<double> row);
}
