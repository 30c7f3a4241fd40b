using Infoscope.Compute;

namespace Infoscope.Plugins.Spectrum.Renyi.Kernels;

/// <summary>A kernel of the rows of one estimation, from which that of any of them is taken.</summary>
internal abstract class RowKernel
{
    /// <summary>Gets the number of rows.</summary>
    public abstract int Count { get; }

    /// <summary>Gives the kernel of some rows, row-major (rows, rows), with 1 on its diagonal.</summary>
    public abstract double[] MatrixOf(ComputeSession compute, ReadOnlySpan<int> rows);

    /// <summary>Gives the smallest symmetric matrix, row-major, that has the eigenvalues of <see cref="MatrixOf"/> other than 0.</summary>
    public virtual double[] ReducedOf(ComputeSession compute, ReadOnlySpan<int> rows) => MatrixOf(compute, rows);

    /// <summary>Gives the most eigenvalues other than 0 that the kernel of so many rows can have.</summary>
    public abstract int LargestRank(int rows);

    /// <summary>Gives the larger of the number of rows and of the terms of an element, by which rounding grows.</summary>
    public virtual int SizeOf(int rows) => rows;
}
