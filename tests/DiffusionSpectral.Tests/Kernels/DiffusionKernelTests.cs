using FsCheck.Xunit;
using Infoscope.Compute;
using Infoscope.Plugins.DiffusionSpectral.Kernels;
using Infoscope.Plugins.DiffusionSpectral.Tests.Problems;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Kernels;

public sealed class DiffusionKernelTests
{
    // Relative to 1, the largest eigenvalue, for matrices of order 60 at most.
    private const double Rounding = 1e-13;

    [Property(Arbitrary = [typeof(PointSets)])]
    public void ItHasTheSpectrumOfTheDefinitionButForAZeroPerRepetition(PointSet set)
    {
        foreach (var diffusion in Enum.GetValues<DiffusionOperator>())
        {
            var defined = Definition.Eigenvalues(Definition.Operator(set, diffusion));
            var eigenvalues = Measured.Eigenvalues(set, diffusion);
            Assert.Equal(set.Distinct, eigenvalues.Length);
            double[] padded = [.. new double[set.Count - set.Distinct].Concat(eigenvalues).Order()];
            for (var i = 0; i < padded.Length; i++) Measured.AssertEqual(defined[i], padded[i], Rounding);
            Assert.InRange(eigenvalues[0], -Rounding, 1 + Rounding);
            Measured.AssertEqual(1, eigenvalues[^1], Rounding);
        }
    }

    [Property(Arbitrary = [typeof(PointSets)])]
    public void TheTrivialVectorIsAnEigenvectorOfOne(PointSet set)
    {
        foreach (var diffusion in Enum.GetValues<DiffusionOperator>())
        {
            using var compute = TestCompute.Open();
            using var kernel = DiffusionKernel.Of(compute, set.Points, set.Bandwidth, diffusion);
            var elements = Download(compute, kernel);
            Measured.AssertEqual(1, kernel.Trivial.ToArray().Sum(value => value * value), Rounding);
            for (var i = 0; i < kernel.Count; i++)
            {
                double product = 0;
                for (var j = 0; j < kernel.Count; j++) product += elements[i, j] * kernel.Trivial[j];
                Measured.AssertEqual(kernel.Trivial[i], product, Rounding);
                Assert.InRange(kernel.Trivial[i], double.Epsilon, 1 + Rounding);
            }
        }
    }

    [Property(Arbitrary = [typeof(PointSets)])]
    public void ItIsSimilarToAMatrixWhoseRowsSumToOne(PointSet set)
    {
        foreach (var diffusion in Enum.GetValues<DiffusionOperator>())
        {
            using var compute = TestCompute.Open();
            using var kernel = DiffusionKernel.Of(compute, set.Points, set.Bandwidth, diffusion);
            var elements = Download(compute, kernel);
            for (var i = 0; i < kernel.Count; i++)
            {
                double sum = 0;
                for (var j = 0; j < kernel.Count; j++) sum += elements[i, j] * kernel.Trivial[j] / kernel.Trivial[i];
                Measured.AssertEqual(1, sum, Rounding);
            }
        }
    }

    [Property(Arbitrary = [typeof(PointSets)])]
    public void TheTracesAreThoseOfTheDefinition(PointSet set)
    {
        foreach (var diffusion in Enum.GetValues<DiffusionOperator>())
        {
            var defined = Definition.Operator(set, diffusion);
            using var compute = TestCompute.Open();
            using var kernel = DiffusionKernel.Of(compute, set.Points, set.Bandwidth, diffusion);
            Measured.AssertEqual(Enumerable.Range(0, set.Count).Sum(i => defined[i, i]), kernel.TraceOfFirst, Rounding * set.Count);
            Measured.AssertEqual(defined.Cast<double>().Sum(value => value * value), kernel.TraceOfSecond(compute), Rounding * set.Count);
        }
    }

    [Property(Arbitrary = [typeof(PointSets)])]
    public void ItIsSymmetricButForTwoRoundings(PointSet set)
    {
        using var compute = TestCompute.Open();
        using var kernel = DiffusionKernel.Of(compute, set.Points, set.Bandwidth, DiffusionOperator.Anisotropic);
        var elements = Download(compute, kernel);
        for (var i = 0; i < kernel.Count; i++)
        {
            // Below the smallest normal number a rounding is no longer relative.
            for (var j = 0; j < i; j++) Assert.InRange(Math.Abs(elements[i, j] - elements[j, i]), 0, (Math.ScaleB(1, -51) * elements[i, j]) + Math.ScaleB(1, -1073));
        }
    }

    [Fact]
    public void TracesAreTheSameByBlocksOfRows()
    {
        // 2,100 points are 4.4 million elements, more than are looked at together.
        using var compute = TestCompute.Open();
        using var kernel = DiffusionKernel.Of(compute, PointSets.Normals(2100, 2, 3), 0.2, DiffusionOperator.RandomWalk);
        var elements = new double[2100 * 2100];
        compute.Download(kernel.Matrix, elements);
        Assert.Equal(elements.Sum(value => value * value), kernel.TraceOfSecond(compute), 1e-9);
        Assert.Equal(Enumerable.Range(0, 2100).Sum(i => elements[i * 2101]), kernel.TraceOfFirst, 1e-9);
    }

    [Fact]
    public void InSingleTheTracesAreThoseOfDoubleToSingle()
    {
        // Each element is rounded to single three times; sums are in double.
        const double single = 3.0 / (1 << 24);
        var points = PointSets.Normals(200, 5, 11);
        foreach (var diffusion in Enum.GetValues<DiffusionOperator>())
        {
            using var exact = TestCompute.Open();
            using var rounded = TestCompute.Open(Precision.Single);
            using var expected = DiffusionKernel.Of(exact, points, 1, diffusion);
            using var kernel = DiffusionKernel.Of(rounded, points, 1, diffusion);
            Assert.Equal(1, kernel.TraceOfFirst / expected.TraceOfFirst, 2 * single);
            Assert.Equal(1, kernel.TraceOfSecond(rounded) / expected.TraceOfSecond(exact), 2 * single);
        }
    }

    [Fact]
    public void ItIsFreedAlone()
    {
        using var compute = TestCompute.Open();
        var kernel = DiffusionKernel.Of(compute, new Points([0, -0.0, 2], 3, 1), 1, DiffusionOperator.RandomWalk);
        Assert.Equal(2, kernel.Count);
        Assert.Equal(1, compute.LiveMatrices);
        kernel.Dispose();
        Assert.Equal(0, compute.LiveMatrices);
    }

    private static double[,] Download(ComputeSession compute, DiffusionKernel kernel)
    {
        var numbers = new double[kernel.Count * kernel.Count];
        compute.Download(kernel.Matrix, numbers);
        var elements = new double[kernel.Count, kernel.Count];
        Buffer.BlockCopy(numbers, 0, elements, 0, numbers.Length * sizeof(double));
        return elements;
    }
}
