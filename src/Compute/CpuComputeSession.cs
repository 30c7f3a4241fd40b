namespace Infoscope.Compute;

/// <summary>Linear algebra on the processor in managed code, on the thread of the caller.</summary>
/// <remarks>
/// All arithmetic is in double; <see cref="Precision.Single"/> rounds once, when a result is stored. Sums of products, of distances and of segments are
/// taken one term after another from what the target holds, so in an <see cref="ComputeSession.Accumulator"/> they have the same bits for every block
/// size, and on every processor. Exponentials are those of the platform's library.
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
        var matrix = New(rows, columns);
        matrix.CopyFrom(rowMajor);
        return matrix;
    }

    /// <inheritdoc/>
    protected override Matrix UploadCore(ReadOnlySpan<double> rowMajor, int rows, int columns)
    {
        var matrix = New(rows, columns);
        matrix.CopyFrom(rowMajor);
        return matrix;
    }

    /// <inheritdoc/>
    protected override void DownloadCore(Matrix matrix, Span<float> rowMajor) => Of(matrix).CopyTo(rowMajor);

    /// <inheritdoc/>
    protected override void DownloadCore(Matrix matrix, Span<double> rowMajor) => Of(matrix).CopyTo(rowMajor);

    /// <inheritdoc/>
    protected override Matrix AccumulatorCore(int rows, int columns) => new CpuMatrix<double>(this, rows, columns);

    /// <inheritdoc/>
    protected override Matrix MultiplyCore(Matrix a, Matrix b, bool transposeA, bool transposeB)
    {
        var product = New(transposeA ? a.Columns : a.Rows, transposeB ? b.Rows : b.Columns);
        MultiplyAddCore(a, b, transposeA, transposeB, product);
        return product;
    }

    /// <inheritdoc/>
    protected override void MultiplyAddCore(Matrix a, Matrix b, bool transposeA, bool transposeB, Matrix accumulateInto) =>
        PairSums.AddTo(Of(accumulateInto), new Lines(Of(a), transposeA), new Lines(Of(b), !transposeB), default(ProductTerm));

    /// <inheritdoc/>
    protected override int NormalizeRowsCore(Matrix matrix) => RowNormalization.Apply(Of(matrix));

    /// <inheritdoc/>
    protected override void SoftmaxRowsCore(Matrix matrix, double scale) => RowSoftmax.Apply(Of(matrix), scale);

    /// <inheritdoc/>
    protected override Matrix SegmentSumCore(Matrix matrix, ReadOnlySpan<int> segmentOfRow, int segments)
    {
        var sums = New(segments, matrix.Columns);
        SegmentSums.AddTo(sums, Of(matrix), segmentOfRow);
        return sums;
    }

    /// <inheritdoc/>
    protected override void SegmentSumAddCore(Matrix matrix, ReadOnlySpan<int> segmentOfRow, Matrix accumulateInto) =>
        SegmentSums.AddTo(Of(accumulateInto), Of(matrix), segmentOfRow);

    /// <inheritdoc/>
    protected override Matrix SquaredDistancesCore(Matrix a, Matrix b)
    {
        var distances = New(a.Rows, b.Rows);
        PairSums.AddTo(distances, new Lines(Of(a), AreColumns: false), new Lines(Of(b), AreColumns: false), default(SquaredDifferenceTerm));
        return distances;
    }

    /// <inheritdoc/>
    protected override Matrix GaussianKernelCore(Matrix a, Matrix b, double bandwidth)
    {
        var kernel = New(a.Rows, b.Rows);
        PairSums.AddTo(kernel, new Lines(Of(a), AreColumns: false), new Lines(Of(b), AreColumns: false), new GaussianTerm(bandwidth));
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
    protected override void ScaleRowsCore(Matrix matrix, ReadOnlySpan<double> factors) => RowArithmetic.ScaleRows(Of(matrix), factors);

    /// <inheritdoc/>
    protected override void ScaleColumnsCore(Matrix matrix, ReadOnlySpan<double> factors) => RowArithmetic.ScaleColumns(Of(matrix), factors);

    /// <inheritdoc/>
    protected override void AddDiagonalCore(Matrix matrix, double value) => RowArithmetic.AddDiagonal(Of(matrix), value);

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
        for (var row = 0; row < rows.Length; row++) stored.Write(row, 0, rows[row]);
        vectors = stored;
        return values;
    }

    /// <inheritdoc/>
    protected override Matrix CholeskyCore(Matrix matrix)
    {
        using var triangle = LowerTriangle.Read(Of(matrix));
        var factor = CholeskyFactor.Of(triangle);
        var result = New(matrix.Rows, matrix.Columns);
        for (var row = 0; row < result.Rows; row++) result.Write(row, 0, factor.Row(row));
        return result;
    }

    /// <inheritdoc/>
    protected override double LogDeterminantSpdCore(Matrix matrix)
    {
        using var triangle = LowerTriangle.Read(Of(matrix));
        return CholeskyFactor.Of(triangle).LogDeterminant();
    }

    /// <inheritdoc/>
    protected override Matrix SolveSpdCore(Matrix a, Matrix b)
    {
        using var triangle = LowerTriangle.Read(Of(a));
        var factor = CholeskyFactor.Of(triangle);
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

    private static CpuMatrix Of(Matrix matrix) => (CpuMatrix)matrix;

    private CpuMatrix New(int rows, int columns) =>
        Precision == Precision.Single ? new CpuMatrix<float>(this, rows, columns) : new CpuMatrix<double>(this, rows, columns);
}
