using BenchmarkDotNet.Attributes;
using Infoscope.Compute;

namespace Infoscope.Kernels;

/// <summary>Products of matrices, square, and as tall as rows by anchors.</summary>
public class ProductBenchmark : SessionBenchmark
{
    private Matrix square = null!, rows = null!, anchors = null!;

    /// <summary>1024 x 1024 by 1024 x 1024.</summary>
    [Benchmark]
    public void Square() => Session.Multiply(square, square, transposeA: false, transposeB: false).Dispose();

    /// <summary>4096 x 768 by the transpose of 100 x 768.</summary>
    [Benchmark]
    public void RowsByAnchors() => Session.Multiply(rows, anchors, transposeA: false, transposeB: true).Dispose();

    /// <summary>The transpose of 4096 x 768 by itself.</summary>
    [Benchmark]
    public void FeatureProducts() => Session.Multiply(rows, rows, transposeA: true, transposeB: false).Dispose();

    /// <inheritdoc/>
    protected override void Prepare() => (square, rows, anchors) = (Random(1024, 1024), Random(4096, 768), Random(100, 768));
}
