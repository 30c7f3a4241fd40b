using System.Numerics;

namespace Infoscope.Compute;

/// <summary>Linear algebra on the processor in managed code, on as many threads as the session may use.</summary>
/// <remarks>
/// All arithmetic is in double, and <see cref="Precision.Single"/> rounds once, when a result is stored; products of matrices that are all stored in single,
/// the target too, are the exception. Their terms are added in single, each rounded once with its sum, over stretches of 256, and the sums of the stretches are
/// added in double: the error is at most 257 x 2^-24 (1.6e-5) of the sum of the terms' magnitudes, and the mean square of it for terms of random sign about 3e-7 of
/// the root of the sum of their squares. Products into an <see cref="ComputeSession.Accumulator"/> are in double throughout. There sums of products and of segments are
/// taken one term after another from what the target holds, so they have the same bits for every block size. An element of a product, a distance or a kernel depends on its
/// two rows or columns alone, and all of these have the same bits for every number of threads, on every processor and width of its vectors.
/// </remarks>
public sealed class CpuComputeSession : ComputeSession
{
    internal CpuComputeSession(ComputeDevice device, Precision precision)
        : base(device, precision)
    {
    }

    /// <inheritdoc/>
    protected override Matrix UploadCore(ReadOnlySpan<float> rowMajor, int rows, int columns)
    {
        var matrix = New(rows, columns, isZero: false);
        matrix.CopyFrom(rowMajor);
        return matrix;
    }

    /// <inheritdoc/>
    protected override Matrix UploadCore(ReadOnlySpan<double> rowMajor, int rows, int columns)
    {
        var matrix = New(rows, columns, isZero: false);
        matrix.CopyFrom(rowMajor);
        return matrix;
    }

    /// <inheritdoc/>
    protected override void DownloadCore(Matrix matrix, Span<float> rowMajor) => Of(matrix).CopyTo(rowMajor);

    /// <inheritdoc/>
    protected override void DownloadCore(Matrix matrix, Span<double> rowMajor) => Of(matrix).CopyTo(rowMajor);

    /// <inheritdoc/>
    protected override Matrix AccumulatorCore(int rows, int columns) =>
        rows == columns ? new CpuAccumulator(this, rows) : new CpuMatrix<double>(this, rows, columns);

    /// <inheritdoc/>
    protected override Matrix MultiplyCore(Matrix a, Matrix b, bool transposeA, bool transposeB)
    {
        var product = New(transposeA ? a.Columns : a.Rows, transposeB ? b.Rows : b.Columns, isZero: false);
        PairSums.AddProducts(this, product, new Lines(Of(a), transposeA), new Lines(Of(b), !transposeB), isZero: true);
        return product;
    }

    /// <inheritdoc/>
    protected override void MultiplyAddCore(Matrix a, Matrix b, bool transposeA, bool transposeB, Matrix accumulateInto) =>
        PairSums.AddProducts(this, Of(accumulateInto), new Lines(Of(a), transposeA), new Lines(Of(b), !transposeB), isZero: false);

    /// <inheritdoc/>
    protected override int NormalizeRowsCore(Matrix matrix) => RowNormalization.Apply(Target(matrix));

    /// <inheritdoc/>
    protected override void SoftmaxRowsCore(Matrix matrix, double scale) => RowSoftmax.Apply(Target(matrix), scale);

    /// <inheritdoc/>
    protected override void SoftAssignCore(ReadOnlySpan<float> rows, int count, int stride, Matrix anchors, double scale, Span<double> shares, Span<double> entropiesNats)
    {
        if (Precision == Precision.Double) SoftAssignConverted<float, double>(rows, count, stride, anchors, scale, shares, entropiesNats);
        else AssignmentSweep<float>.Run(rows, count, stride, AnchorColumns<float>.Of(Of(anchors)), scale, shares, entropiesNats, Cancellation);
    }

    /// <inheritdoc/>
    protected override void SoftAssignCore(ReadOnlySpan<double> rows, int count, int stride, Matrix anchors, double scale, Span<double> shares, Span<double> entropiesNats)
    {
        if (Precision == Precision.Single) SoftAssignConverted<double, float>(rows, count, stride, anchors, scale, shares, entropiesNats);
        else AssignmentSweep<double>.Run(rows, count, stride, AnchorColumns<double>.Of(Of(anchors)), scale, shares, entropiesNats, Cancellation);
    }

    /// <inheritdoc/>
    protected override Matrix SegmentSumCore(Matrix matrix, ReadOnlySpan<int> segmentOfRow, int segments)
    {
        var sums = New(segments, matrix.Columns);
        SegmentSums.AddTo(sums, Of(matrix), segmentOfRow);
        return sums;
    }

    /// <inheritdoc/>
    protected override void SegmentSumAddCore(Matrix matrix, ReadOnlySpan<int> segmentOfRow, Matrix accumulateInto) =>
        SegmentSums.AddTo(Target(accumulateInto), Of(matrix), segmentOfRow);

    /// <inheritdoc/>
    protected override Matrix SquaredDistancesCore(Matrix a, Matrix b)
    {
        var distances = New(a.Rows, b.Rows, isZero: false);
        PairSums.Fill(this, distances, new Lines(Of(a), AreColumns: false), new Lines(Of(b), AreColumns: false), default(SquaredDifference));
        return distances;
    }

    /// <inheritdoc/>
    protected override Matrix GaussianKernelCore(Matrix a, Matrix b, double bandwidth)
    {
        var kernel = New(a.Rows, b.Rows, isZero: false);
        var (left, right) = (new Lines(Of(a), AreColumns: false), new Lines(Of(b), AreColumns: false));
        if (GaussianTerm.Suits(bandwidth)) PairSums.Fill(this, kernel, left, right, new GaussianTerm(bandwidth));
        else PairSums.Fill(this, kernel, left, right, new ScaledGaussianTerm(bandwidth));
        return kernel;
    }

    /// <inheritdoc/>
    protected override Matrix RowSumsCore(Matrix matrix)
    {
        var sums = New(matrix.Rows, 1);
        RowArithmetic.Sum(Of(matrix), sums);
        return sums;
    }

    /// <inheritdoc/>
    protected override void ScaleRowsCore(Matrix matrix, ReadOnlySpan<double> factors) => RowArithmetic.ScaleRows(Target(matrix), factors);

    /// <inheritdoc/>
    protected override void ScaleColumnsCore(Matrix matrix, ReadOnlySpan<double> factors) => RowArithmetic.ScaleColumns(Target(matrix), factors);

    /// <inheritdoc/>
    protected override void AddDiagonalCore(Matrix matrix, double value) => RowArithmetic.AddDiagonal(Target(matrix), value);

    /// <inheritdoc/>
    protected override double[] SymmetricEigenvaluesCore(Matrix matrix)
    {
        using var triangle = LowerTriangle.Read(Of(matrix));
        return SymmetricSpectrum.Eigenvalues(triangle, this);
    }

    /// <inheritdoc/>
    protected override double[] SymmetricEigenSystemCore(Matrix matrix, out Matrix vectors)
    {
        using var triangle = LowerTriangle.Read(Of(matrix));
        var (values, rows) = SymmetricSpectrum.EigenSystem(triangle, this);
        var stored = New(matrix.Rows, matrix.Columns);
        for (var row = 0; row < rows.Length; row++) stored.Write(row, 0, rows[row].AsSpan(0, stored.Columns));
        vectors = stored;
        return values;
    }

    /// <inheritdoc/>
    protected override Matrix CholeskyCore(Matrix matrix)
    {
        using var triangle = LowerTriangle.Read(Of(matrix));
        var factor = CholeskyFactor.Of(triangle, this);
        var result = New(matrix.Rows, matrix.Columns);
        for (var row = 0; row < result.Rows; row++) result.Write(row, 0, factor.Row(row));
        return result;
    }

    /// <inheritdoc/>
    protected override double LogDeterminantSpdCore(Matrix matrix)
    {
        using var triangle = LowerTriangle.Read(Of(matrix));
        return CholeskyFactor.Of(triangle, this).LogDeterminant();
    }

    /// <inheritdoc/>
    protected override Matrix SolveSpdCore(Matrix a, Matrix b)
    {
        using var triangle = LowerTriangle.Read(Of(a));
        var factor = CholeskyFactor.Of(triangle, this);
        var numbers = new double[b.Rows * b.Columns];
        Of(b).CopyTo(numbers);
        factor.Solve(numbers, b.Columns);
        var solution = New(b.Rows, b.Columns);
        solution.CopyFrom(numbers);
        return solution;
    }

    /// <inheritdoc/>
    protected override void DisposeCore()
    {
        // Matrices are arrays that the base class has let go of already.
    }

    // Rows in the other precision than the session's become what they would become when uploaded.
    private void SoftAssignConverted<TFrom, TTo>(ReadOnlySpan<TFrom> rows, int count, int stride, Matrix anchors, double scale, Span<double> shares, Span<double> entropiesNats)
        where TFrom : unmanaged, INumberBase<TFrom>
        where TTo : unmanaged, INumberBase<TTo>
    {
        var converted = new TTo[count * anchors.Columns];
        for (var row = 0; row < count; row++)
            Numbers.Convert(rows.Slice(row * stride, anchors.Columns), converted.AsSpan(row * anchors.Columns, anchors.Columns));
        AssignmentSweep<TTo>.Run(converted, count, anchors.Columns, AnchorColumns<TTo>.Of(Of(anchors)), scale, shares, entropiesNats, Cancellation);
    }

    private static CpuMatrix Of(Matrix matrix) => (CpuMatrix)matrix;

    // An accumulator of one half gets its other half before any element is written.
    private static CpuMatrix Target(Matrix matrix)
    {
        var target = Of(matrix);
        target.Prepare(isSymmetric: false);
        return target;
    }

    private CpuMatrix New(int rows, int columns, bool isZero = true) =>
        Precision == Precision.Single ? new CpuMatrix<float>(this, rows, columns, isZero) : new CpuMatrix<double>(this, rows, columns, isZero);
}
