namespace Infoscope.Compute;

/// <content>What a provider writes: every operation once more, after its arguments were checked.</content>
public abstract partial class ComputeSession
{
    /// <inheritdoc cref="Upload(ReadOnlySpan{float}, int, int)"/>
    protected abstract Matrix UploadCore(ReadOnlySpan<float> rowMajor, int rows, int columns);

    /// <inheritdoc cref="Upload(ReadOnlySpan{double}, int, int)"/>
    protected abstract Matrix UploadCore(ReadOnlySpan<double> rowMajor, int rows, int columns);

    /// <inheritdoc cref="Download(Matrix, Span{float})"/>
    protected abstract void DownloadCore(Matrix matrix, Span<float> rowMajor);

    /// <inheritdoc cref="Download(Matrix, Span{double})"/>
    protected abstract void DownloadCore(Matrix matrix, Span<double> rowMajor);

    /// <inheritdoc cref="Accumulator"/>
    protected abstract Matrix AccumulatorCore(int rows, int columns);

    /// <inheritdoc cref="Multiply"/>
    protected abstract Matrix MultiplyCore(Matrix a, Matrix b, bool transposeA, bool transposeB);

    /// <inheritdoc cref="MultiplyAdd"/>
    protected abstract void MultiplyAddCore(Matrix a, Matrix b, bool transposeA, bool transposeB, Matrix accumulateInto);

    /// <inheritdoc cref="NormalizeRows"/>
    protected abstract int NormalizeRowsCore(Matrix matrix);

    /// <inheritdoc cref="SoftmaxRows"/>
    protected abstract void SoftmaxRowsCore(Matrix matrix, double scale);

    /// <inheritdoc cref="SoftAssign(ReadOnlySpan{float}, int, int, Matrix, double, Span{double}, Span{double})"/>
    /// <remarks>Composed of other operations unless a provider has a faster way.</remarks>
    protected virtual void SoftAssignCore(ReadOnlySpan<float> rows, int count, int stride, Matrix anchors, double scale, Span<double> shares, Span<double> entropiesNats)
    {
        var packed = new float[count * anchors.Columns];
        for (var row = 0; row < count; row++) rows.Slice(row * stride, anchors.Columns).CopyTo(packed.AsSpan(row * anchors.Columns));
        using var matrix = UploadCore(packed, count, anchors.Columns);
        ComposedAssignment.Of(this, matrix, anchors, scale, shares, entropiesNats);
    }

    /// <inheritdoc cref="SoftAssign(ReadOnlySpan{double}, int, int, Matrix, double, Span{double}, Span{double})"/>
    /// <remarks>Composed of other operations unless a provider has a faster way.</remarks>
    protected virtual void SoftAssignCore(ReadOnlySpan<double> rows, int count, int stride, Matrix anchors, double scale, Span<double> shares, Span<double> entropiesNats)
    {
        var packed = new double[count * anchors.Columns];
        for (var row = 0; row < count; row++) rows.Slice(row * stride, anchors.Columns).CopyTo(packed.AsSpan(row * anchors.Columns));
        using var matrix = UploadCore(packed, count, anchors.Columns);
        ComposedAssignment.Of(this, matrix, anchors, scale, shares, entropiesNats);
    }

    /// <inheritdoc cref="SegmentSum"/>
    protected abstract Matrix SegmentSumCore(Matrix matrix, ReadOnlySpan<int> segmentOfRow, int segments);

    /// <inheritdoc cref="SegmentSumAdd"/>
    protected abstract void SegmentSumAddCore(Matrix matrix, ReadOnlySpan<int> segmentOfRow, Matrix accumulateInto);

    /// <inheritdoc cref="SquaredDistances"/>
    protected abstract Matrix SquaredDistancesCore(Matrix a, Matrix b);

    /// <inheritdoc cref="GaussianKernel"/>
    protected abstract Matrix GaussianKernelCore(Matrix a, Matrix b, double bandwidth);

    /// <inheritdoc cref="RowSums"/>
    protected abstract Matrix RowSumsCore(Matrix matrix);

    /// <inheritdoc cref="ScaleRows"/>
    protected abstract void ScaleRowsCore(Matrix matrix, ReadOnlySpan<double> factors);

    /// <inheritdoc cref="ScaleColumns"/>
    protected abstract void ScaleColumnsCore(Matrix matrix, ReadOnlySpan<double> factors);

    /// <inheritdoc cref="AddDiagonal"/>
    protected abstract void AddDiagonalCore(Matrix matrix, double value);

    /// <inheritdoc cref="SymmetricEigenvalues"/>
    protected abstract double[] SymmetricEigenvaluesCore(Matrix matrix);

    /// <inheritdoc cref="SymmetricEigenSystem"/>
    /// <remarks>Has a body, so that a provider of an older contract still loads.</remarks>
    protected virtual double[] SymmetricEigenSystemCore(Matrix matrix, out Matrix vectors) =>
        throw new OptionException($"the device {Device.Id} gives no eigenvectors, and the estimator needs them; use --device cpu.");

    /// <inheritdoc cref="Cholesky"/>
    protected abstract Matrix CholeskyCore(Matrix matrix);

    /// <inheritdoc cref="LogDeterminantSpd"/>
    protected abstract double LogDeterminantSpdCore(Matrix matrix);

    /// <inheritdoc cref="SolveSpd"/>
    protected abstract Matrix SolveSpdCore(Matrix a, Matrix b);

    /// <summary>Frees what the provider holds for the session.</summary>
    protected abstract void DisposeCore();
}
