namespace Infoscope.Conformance.Truths;

/// <summary>A task with rows and reference rows; the information is I(X;Z), X the reference.</summary>
internal abstract class PairTask(int features, int referenceFeatures) : KnownTask
{
    /// <inheritdoc/>
    public sealed override Quantity Quantity => Quantities.MutualInformation;

    /// <inheritdoc/>
    public sealed override TaskKind Kind => TaskKind.Pair;

    /// <inheritdoc/>
    public sealed override int Features { get; } = features;

    /// <inheritdoc/>
    public sealed override int ReferenceFeatures { get; } = referenceFeatures;

    /// <inheritdoc/>
    public sealed override TaskSample Draw(int rows, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        var random = new RandomStream(seed, Id);
        var sample = new TaskSample { Rows = new double[rows][], Reference = new double[rows][] };
        for (var i = 0; i < rows; i++)
        {
            sample.Rows[i] = new double[Features];
            sample.Reference[i] = new double[ReferenceFeatures];
            DrawPair(random, sample.Reference[i], sample.Rows[i]);
        }

        return sample;
    }

    /// <inheritdoc/>
    public sealed override double PointwiseNats(TaskSample sample, int row)
    {
        ArgumentNullException.ThrowIfNull(sample);
        return PointwiseNats(sample.Reference[row], sample.Rows[row]);
    }

    /// <summary>Draws one reference row and one row into rows of zeros.</summary>
    protected abstract void DrawPair(RandomStream random, Span<double> reference, Span<double> row);

    /// <summary>Gives ln p(x,z)/(p(x)p(z)).</summary>
    protected abstract double PointwiseNats(ReadOnlySpan<double> reference, ReadOnlySpan<double> row);
}
