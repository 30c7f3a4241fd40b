using Infoscope.Compute;

namespace Infoscope.Tests.Compute;

/// <summary>A session that computes nothing and notes each call that passed the checks.</summary>
internal sealed class FakeSession() : ComputeSession(new() { Id = "fake", Description = "computes nothing" }, Precision.Double)
{
    internal List<string> Calls { get; } = [];

    internal FakeMatrix New(int rows, int columns) => (FakeMatrix)Upload(new double[rows * columns], rows, columns);

    protected override Matrix UploadCore(ReadOnlySpan<float> rowMajor, int rows, int columns) => Made("upload", rows, columns);

    protected override Matrix UploadCore(ReadOnlySpan<double> rowMajor, int rows, int columns) => Made("upload", rows, columns);

    protected override void DownloadCore(Matrix matrix, Span<float> rowMajor) => Calls.Add("download");

    protected override void DownloadCore(Matrix matrix, Span<double> rowMajor) => Calls.Add("download");

    protected override Matrix AccumulatorCore(int rows, int columns) => Made("accumulator", rows, columns);

    protected override Matrix MultiplyCore(Matrix a, Matrix b, bool transposeA, bool transposeB) =>
        Made("multiply", transposeA ? a.Columns : a.Rows, transposeB ? b.Rows : b.Columns);

    protected override void MultiplyAddCore(Matrix a, Matrix b, bool transposeA, bool transposeB, Matrix accumulateInto) => Calls.Add("multiply-add");

    protected override int NormalizeRowsCore(Matrix matrix)
    {
        Calls.Add("normalize");
        return 0;
    }

    protected override void SoftmaxRowsCore(Matrix matrix, double scale) => Calls.Add("softmax");

    protected override Matrix SegmentSumCore(Matrix matrix, ReadOnlySpan<int> segmentOfRow, int segments) => Made("segment-sum", segments, matrix.Columns);

    protected override void SegmentSumAddCore(Matrix matrix, ReadOnlySpan<int> segmentOfRow, Matrix accumulateInto) => Calls.Add("segment-sum-add");

    protected override Matrix SquaredDistancesCore(Matrix a, Matrix b) => Made("distances", a.Rows, b.Rows);

    protected override Matrix GaussianKernelCore(Matrix a, Matrix b, double bandwidth) => Made("kernel", a.Rows, b.Rows);

    protected override Matrix RowSumsCore(Matrix matrix) => Made("row-sums", matrix.Rows, 1);

    protected override void ScaleRowsCore(Matrix matrix, ReadOnlySpan<double> factors) => Calls.Add("scale-rows");

    protected override void ScaleColumnsCore(Matrix matrix, ReadOnlySpan<double> factors) => Calls.Add("scale-columns");

    protected override void AddDiagonalCore(Matrix matrix, double value) => Calls.Add("add-diagonal");

    protected override double[] SymmetricEigenvaluesCore(Matrix matrix)
    {
        Calls.Add("eigenvalues");
        return [];
    }

    protected override Matrix CholeskyCore(Matrix matrix) => Made("cholesky", matrix.Rows, matrix.Rows);

    protected override double LogDeterminantSpdCore(Matrix matrix)
    {
        Calls.Add("log-determinant");
        return 0;
    }

    protected override Matrix SolveSpdCore(Matrix a, Matrix b) => Made("solve", b.Rows, b.Columns);

    protected override void DisposeCore() => Calls.Add("dispose");

    private FakeMatrix Made(string call, int rows, int columns)
    {
        Calls.Add(call);
        return new(this, rows, columns);
    }
}
