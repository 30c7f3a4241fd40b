using Infoscope.Plugins.DiffusionSpectral.Kernels;
using Infoscope.Plugins.DiffusionSpectral.Tests.Problems;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.References;

public sealed class PublishedEntropyTests
{
    // The original adds the epsilon of double to each of up to 600 probabilities: 7e-12 bits; rounding is below that.
    private const double Tolerance = 5e-11;

    // The original's own rounding in single precision; see section 1.1 of the method: up to 1.1e-6.
    private const double SingleTolerance = 2e-6;

    public static IEnumerable<object[]> Cases => PublishedCase.With("dse");

    [Theory]
    [MemberData(nameof(Cases))]
    public void EveryEntropyIsReproduced(string name)
    {
        var published = PublishedCase.Open(name);
        AssertAll(published, "dse", Tolerance);
    }

    [Fact]
    public void EntropiesThatWereComputedInSingleAreReproducedToSingle() => AssertAll(PublishedCase.Open("relu_f32"), "dse_native_f32", SingleTolerance);

    [Fact]
    public void TheMatrixAndItsEigenvaluesAreReproduced()
    {
        // Both are stored with all digits of a double; the matrix has order 12.
        const double elementTolerance = 1e-15, eigenvalueTolerance = 1e-14;
        var published = PublishedCase.Open("tiny");
        using var compute = TestCompute.Open();
        using var kernel = DiffusionKernel.Of(compute, published.Points(), 1, DiffusionOperator.RandomWalk);
        var elements = new double[kernel.Count * kernel.Count];
        compute.Download(kernel.Matrix, elements);
        double[] expected = [.. published.Numbers.GetProperty("K_sigma1").EnumerateArray().SelectMany(row => row.EnumerateArray()).Select(value => value.GetDouble())];
        Assert.Equal(expected.Length, elements.Length);
        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], elements[i], elementTolerance);

        var eigenvalues = compute.SymmetricEigenvalues(kernel.Matrix);
        double[] expectedEigenvalues = [.. published.Numbers.GetProperty("eigenvalues_sigma1").EnumerateArray().Select(value => value.GetDouble())];
        for (var i = 0; i < expectedEigenvalues.Length; i++) Assert.Equal(expectedEigenvalues[i], eigenvalues[i], eigenvalueTolerance);
    }

    [Fact]
    public void TheStoredSubsampleIsReproduced()
    {
        var published = PublishedCase.Open("subsample");
        int[] chosen = [.. published.Numbers.GetProperty("indices").EnumerateArray().Select(value => value.GetInt32())];
        Assert.Equal(200, chosen.Length);
        Assert.Equal(published.Number("dse_full_t1"), Bits(published.Points(), published.Number("sigma"), 1), Tolerance);
        Assert.Equal(published.Number("dse_subsampled_t1"), Bits(published.Points().Take(chosen), published.Number("sigma"), 1), Tolerance);
    }

    [Fact]
    public void DegenerateSetsAreReproduced()
    {
        var published = PublishedCase.Open("degenerate");
        var points = PublishedCase.Named("deg_base_x.npy");
        int[] all = [.. Enumerable.Range(0, points.Count)];
        var tripled = points.Take([.. all, .. all, .. all]);
        var scaled = new Points([.. points.Values.ToArray().Select(value => 7 * value)], points.Count, points.Features);
        Assert.Equal(published.Number("base_sigma2_t1"), Bits(points, 2, 1), Tolerance);
        Assert.Equal(published.Number("base_sigma2_t2"), Bits(points, 2, 2), Tolerance);
        Assert.Equal(published.Number("each_point_tripled_sigma2_t1"), Bits(tripled, 2, 1), Tolerance);
        Assert.Equal(published.Number("each_point_tripled_sigma2_t2"), Bits(tripled, 2, 2), Tolerance);
        Assert.Equal(published.Number("scaled_x7_sigma14"), Bits(scaled, 14, 1), Tolerance);

        Assert.Equal(published.Numbers.GetProperty("identical_50x4").GetProperty("s1").GetDouble(), Bits(new Points([.. Enumerable.Repeat(0.7, 200)], 50, 4), 1, 1), Tolerance);
        Assert.Equal(published.Numbers.GetProperty("far_40").GetProperty("sigma1_t1").GetDouble(), Bits(new Points([.. all[..1], .. Enumerable.Range(1, 39).Select(i => 1000.0 * i)], 40, 1), 1, 1), Tolerance);
        Assert.Equal(published.Number("two_point_masses"), Bits(new Points([0, 0, 0, 1000, 1000], 5, 1), 1, 1), Tolerance);
        Assert.Equal(published.Number("single_point"), Bits(new Points([3], 1, 1), 1, 1), Tolerance);
    }

    private static void AssertAll(PublishedCase published, string key, double tolerance)
    {
        var points = published.Points();
        var count = 0;
        foreach (var entry in published.Numbers.GetProperty(key).EnumerateArray())
        {
            var (bandwidth, time) = (entry.GetProperty("sigma").GetDouble(), entry.GetProperty("t").GetDouble());
            var bits = Bits(points, bandwidth, time);
            Assert.True(Math.Abs(bits - entry.GetProperty("dse_bits").GetDouble()) <= tolerance, $"bandwidth {bandwidth}, time {time}: {bits:R} bits; published is {entry}.");
            count++;
        }

        Assert.NotEqual(0, count);
    }

    private static double Bits(Points points, double bandwidth, double time)
    {
        using var compute = TestCompute.Open();
        return new ExactEntropy(compute, bandwidth, DiffusionOperator.RandomWalk, time).Of(points).Nats / Math.Log(2);
    }
}
