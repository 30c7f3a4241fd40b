using System.Numerics;

namespace Infoscope.Plugins.DiffusionSpectral.Clustering;

/// <summary>A square matrix that holds only the elements that are not 0, row by row with ascending columns.</summary>
internal sealed class SparseMatrix
{
    private readonly int[] starts;
    private readonly int[] columns;
    private readonly double[] values;

    /// <summary>Takes over the elements; row i has those from <c>starts[i]</c> up to <c>starts[i + 1]</c>.</summary>
    public SparseMatrix(int[] starts, int[] columns, double[] values)
    {
        this.starts = starts;
        this.columns = columns;
        this.values = values;
    }

    /// <summary>Gets the number of rows and of columns.</summary>
    public int Size => starts.Length - 1;

    /// <summary>Gives the columns of a row's elements.</summary>
    public ReadOnlySpan<int> ColumnsOf(int row) => columns.AsSpan(starts[row]..starts[row + 1]);

    /// <summary>Gives a row's elements.</summary>
    public ReadOnlySpan<double> ValuesOf(int row) => values.AsSpan(starts[row]..starts[row + 1]);

    /// <summary>Gives the sum of each row.</summary>
    public double[] RowSums()
    {
        var sums = new double[Size];
        for (var row = 0; row < Size; row++)
        {
            foreach (var value in ValuesOf(row)) sums[row] += value;
        }

        return sums;
    }

    /// <summary>Gives the matrix with rows and columns multiplied by factors.</summary>
    public SparseMatrix Scaled(ReadOnlySpan<double> factors)
    {
        var scaled = new double[values.Length];
        for (var row = 0; row < Size; row++)
        {
            for (var at = starts[row]; at < starts[row + 1]; at++) scaled[at] = factors[row] * values[at] * factors[columns[at]];
        }

        return new SparseMatrix(starts, columns, scaled);
    }

    /// <summary>Replaces the target T by factor * (A - shift) X - T; X and T are row-major of <paramref name="width"/> columns. Cost: O(elements * width).</summary>
    public void MultiplyLess(ReadOnlySpan<double> x, int width, double factor, double shift, Span<double> target)
    {
        for (var row = 0; row < Size; row++)
        {
            var output = target.Slice(row * width, width);
            Combine(x.Slice(row * width, width), -factor * shift, -1, output);
            for (var at = starts[row]; at < starts[row + 1]; at++) Combine(x.Slice(columns[at] * width, width), factor * values[at], 1, output);
        }
    }

    // target = keep * target + factor * x. Product and sum are rounded apart, so the width of the processor's vectors does not show.
    private static void Combine(ReadOnlySpan<double> x, double factor, double keep, Span<double> target)
    {
        var i = 0;
        for (; i <= x.Length - Vector<double>.Count; i += Vector<double>.Count)
            (new Vector<double>(target[i..]) * keep + new Vector<double>(x[i..]) * factor).CopyTo(target[i..]);
        for (; i < x.Length; i++) target[i] = target[i] * keep + x[i] * factor;
    }
}
