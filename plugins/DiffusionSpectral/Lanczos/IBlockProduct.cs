namespace Infoscope.Plugins.DiffusionSpectral.Lanczos;

/// <summary>A symmetric matrix that is known by its products with blocks of vectors.</summary>
internal interface IBlockProduct
{
    /// <summary>Gets the number n of its rows.</summary>
    int Order { get; }

    /// <summary>Multiplies; what comes out for a vector does not depend on those beside it. Cost: O(n^2 columns).</summary>
    /// <param name="block">The vectors, (n, columns) row-major.</param>
    /// <param name="columns">The number of vectors.</param>
    /// <param name="product">Takes the product, of the same shape.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    void Multiply(ReadOnlySpan<double> block, int columns, Span<double> product);
}
