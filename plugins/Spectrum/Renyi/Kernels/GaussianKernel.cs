using Infoscope.Compute;

namespace Infoscope.Plugins.Spectrum.Renyi.Kernels;

/// <summary>The Gaussian kernel exp(-|x-y|^2 / (2 bandwidth^2)) of all rows, held in double.</summary>
internal sealed class GaussianKernel : RowKernel
{
    private const int BlockRows = 128;

    // Squares of differences, and sums of some millions of them, stay normal numbers up to here.
    private const int LargestExponent = 400;

    private readonly double[] kernel;
    private readonly int count;

    private GaussianKernel(double[] kernel, int count)
    {
        this.kernel = kernel;
        this.count = count;
    }

    /// <inheritdoc/>
    public override int Count => count;

    /// <summary>Gets the bandwidth in units of the rows.</summary>
    public required double Bandwidth { get; init; }

    /// <summary>Computes the kernel. Cost: O(n^2 d) time, n^2 numbers.</summary>
    /// <param name="compute">Where to compute.</param>
    /// <param name="values">The rows, row-major (count, features), all finite.</param>
    /// <param name="count">The number of rows, at least 1.</param>
    /// <param name="bandwidth">The rule.</param>
    /// <param name="noun">What the rows are called in a refusal.</param>
    /// <param name="cancellation">Looked at between blocks of rows.</param>
    /// <exception cref="NumericalFailureException">The rule gives no bandwidth for these rows.</exception>
    public static GaussianKernel Of(ComputeSession compute, double[] values, int count, Bandwidth bandwidth, string noun, CancellationToken cancellation)
    {
        var features = values.Length / count;
        var (scaled, factor) = Settle(values);
        var resolved = bandwidth.Resolve(compute, scaled, count, features, noun, cancellation);
        // The median is of the scaled rows already. Any other may leave the range of a double when it is scaled as they are: at its ends all rows are alone, or one.
        var used = bandwidth.IsOfDistances ? resolved : Math.Clamp(resolved * factor, double.Epsilon, double.MaxValue);
        var kernel = new double[(long)count * count];
        using var all = compute.Upload(scaled, count, features);
        for (var first = 0; first < count; first += BlockRows)
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = Math.Min(BlockRows, count - first);
            using var some = compute.Upload(scaled.AsSpan(first * features, rows * features), rows, features);
            using var block = compute.GaussianKernel(some, all, used);
            compute.Download(block, kernel.AsSpan(first * count, rows * count));
        }

        return new GaussianKernel(kernel, count) { Bandwidth = bandwidth.IsOfDistances ? resolved / factor : resolved };
    }

    /// <inheritdoc/>
    public override double[] MatrixOf(ComputeSession compute, ReadOnlySpan<int> rows)
    {
        var matrix = new double[(long)rows.Length * rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            var line = kernel.AsSpan(rows[i] * count, count);
            for (var j = 0; j < rows.Length; j++) matrix[(i * rows.Length) + j] = line[rows[j]];
        }

        return matrix;
    }

    /// <inheritdoc/>
    public override int LargestRank(int rows) => rows;

    // A power of two loses no bit that counts.
    private static (double[] Values, double Factor) Settle(double[] values)
    {
        double largest = 0;
        foreach (var value in values) largest = Math.Max(largest, Math.Abs(value));
        if (largest == 0 || Math.Abs(Math.ILogB(largest)) <= LargestExponent) return (values, 1);
        // The inverse of the smallest subnormal is no double; what is as small as that needs no more than this.
        var factor = Math.ScaleB(1, Math.Clamp(-Math.ILogB(largest), -1000, 1000));
        return (Array.ConvertAll(values, value => value * factor), factor);
    }
}
