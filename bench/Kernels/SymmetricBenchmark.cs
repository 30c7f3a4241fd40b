using BenchmarkDotNet.Attributes;
using Infoscope.Compute;

namespace Infoscope.Kernels;

/// <summary>Linear algebra on a positive definite matrix.</summary>
public class SymmetricBenchmark : SessionBenchmark
{
    private Matrix matrix = null!;

    /// <summary>Gets or sets the number of rows.</summary>
    [Params(200, 1000)]
    public int Size { get; set; }

    /// <summary>All eigenvalues.</summary>
    [Benchmark]
    public double[] Eigenvalues() => Session.SymmetricEigenvalues(matrix);

    /// <summary>The Cholesky factor.</summary>
    [Benchmark]
    public void Cholesky() => Session.Cholesky(matrix).Dispose();

    /// <summary>The logarithm of the determinant.</summary>
    [Benchmark]
    public double LogDeterminant() => Session.LogDeterminantSpd(matrix);

    /// <inheritdoc/>
    protected override void Prepare()
    {
        using var numbers = Random(Size, 64);
        matrix = Session.Multiply(numbers, numbers, transposeA: false, transposeB: true);
        Session.AddDiagonal(matrix, Size);
    }
}
