using BenchmarkDotNet.Attributes;
using Infoscope.Compute;

namespace Infoscope.Kernels;

/// <summary>Operations on all pairs of 1,000 points of 256 features.</summary>
public class PairBenchmark : SessionBenchmark
{
    private Matrix points = null!;

    /// <summary>Squared distances.</summary>
    [Benchmark]
    public void SquaredDistances() => Session.SquaredDistances(points, points).Dispose();

    /// <summary>The Gaussian kernel.</summary>
    [Benchmark]
    public void GaussianKernel() => Session.GaussianKernel(points, points, 16).Dispose();

    /// <inheritdoc/>
    protected override void Prepare() => points = Random(1000, 256);
}
