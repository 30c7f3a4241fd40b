using Infoscope.Compute;

namespace Infoscope.Plugins.Spectrum.Renyi.Kernels;

/// <summary>The inner products of rows that are scaled to length 1.</summary>
internal sealed class CosineKernel : RowKernel
{
    private readonly double[] units;
    private readonly int features;

    private CosineKernel(double[] units, int count, int features)
    {
        this.units = units;
        this.features = features;
        Count = count;
    }

    /// <inheritdoc/>
    public override int Count { get; }

    /// <summary>Scales the rows. Cost: O(n d).</summary>
    /// <param name="compute">Where to compute.</param>
    /// <param name="values">The rows, row-major (count, features), all finite and none zero.</param>
    /// <param name="count">The number of rows, at least 1.</param>
    public static CosineKernel Of(ComputeSession compute, double[] values, int count)
    {
        var features = values.Length / count;
        using var rows = compute.Upload(values, count, features);
        compute.NormalizeRows(rows);
        var units = new double[values.Length];
        compute.Download(rows, units);
        return new CosineKernel(units, count, features);
    }

    /// <inheritdoc/>
    public override double[] MatrixOf(ComputeSession compute, ReadOnlySpan<int> rows) => Product(compute, rows, ofRows: true);

    /// <inheritdoc/>
    public override double[] ReducedOf(ComputeSession compute, ReadOnlySpan<int> rows) => Product(compute, rows, ofRows: rows.Length <= features);

    /// <inheritdoc/>
    public override int LargestRank(int rows) => Math.Min(rows, features);

    /// <inheritdoc/>
    public override int SizeOf(int rows) => Math.Max(rows, features);

    // U U' of the rows, or U' U of the features, which has the same eigenvalues but for zeros.
    private double[] Product(ComputeSession compute, ReadOnlySpan<int> rows, bool ofRows)
    {
        var chosen = new double[rows.Length * features];
        for (var i = 0; i < rows.Length; i++) units.AsSpan(rows[i] * features, features).CopyTo(chosen.AsSpan(i * features));
        using var matrix = compute.Upload(chosen, rows.Length, features);
        using var product = compute.Multiply(matrix, matrix, transposeA: !ofRows, transposeB: ofRows);
        var values = new double[product.Rows * product.Columns];
        compute.Download(product, values);
        return values;
    }
}
