using Infoscope.Compute;
using Infoscope.Plugins.DiffusionSpectral.Lanczos;

namespace Infoscope.Plugins.DiffusionSpectral.Kernels;

/// <summary>Products with a matrix that a compute session holds.</summary>
internal sealed class SessionProduct(ComputeSession compute, Matrix matrix) : IBlockProduct
{
    /// <inheritdoc/>
    public int Order => matrix.Rows;

    /// <inheritdoc/>
    public void Multiply(ReadOnlySpan<double> block, int columns, Span<double> product)
    {
        compute.Cancellation.ThrowIfCancellationRequested();
        using var vectors = compute.Upload(block, matrix.Rows, columns);
        using var result = compute.Multiply(matrix, vectors, transposeA: false, transposeB: false);
        compute.Download(result, product);
    }
}
