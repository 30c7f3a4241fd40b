using Infoscope.Plugins.DiffusionSpectral.Kernels;
using Infoscope.Plugins.DiffusionSpectral.Tests.Problems;
using Infoscope.Plugins.DiffusionSpectral.Variants;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.References;

public sealed class PublishedVariantTests
{
    // The original adds the epsilon of double to each probability: with n = 300 that is 3e-12 bits over n of them and 5e-10 over n^2.
    private const double Tolerance = 5e-11, EntryTolerance = 1e-8;

    private const double Epsilon = 1.0 / (1L << 52);

    public static IEnumerable<object[]> Adjacencies => PublishedCase.With("adjacency");

    public static IEnumerable<object[]> Binned => PublishedCase.With("cse");

    public static IEnumerable<object[]> BinnedOfThree => PublishedCase.With("cse_first3dims");

    public static IEnumerable<object[]> Entries => PublishedCase.With("matrix_entry");

    [Theory]
    [MemberData(nameof(Entries))]
    public void EveryMatrixEntryEntropyIsReproduced(string name)
    {
        var published = PublishedCase.Open(name);
        using var compute = TestCompute.Open();
        Assert.All(published.Numbers.GetProperty("matrix_entry").EnumerateArray(), entry => Assert.Equal(
            entry.GetProperty("bits").GetDouble(), Bits(new MatrixEntryEntropy(compute, entry.GetProperty("sigma").GetDouble(), CancellationToken.None), published.Points()), EntryTolerance));
    }

    [Theory]
    [MemberData(nameof(Adjacencies))]
    public void EveryAdjacencyEntropyOfAGaussianIsReproduced(string name)
    {
        var published = PublishedCase.Open(name);
        var adjacency = published.Numbers.GetProperty("adjacency");
        var bandwidth = adjacency.GetProperty("sigma").GetDouble();
        using var compute = TestCompute.Open();
        Assert.Equal(adjacency.GetProperty("gaussian").GetDouble(), Bits(new GaussianAdjacencyEntropy(compute, bandwidth, CancellationToken.None), published.Points()), Tolerance);

        // What the original calls anisotropic here is its entropy at time 1.
        Assert.Equal(adjacency.GetProperty("anisotropic").GetDouble(), Bits(new ExactEntropy(compute, bandwidth, DiffusionOperator.RandomWalk, 1), published.Points()), Tolerance);
    }

    [Theory]
    [InlineData("tiny", 3)]
    [InlineData("tiny", 5)]
    [InlineData("gauss", 10)]
    [InlineData("gauss", 20)]
    public void AdjacencyEntropiesOfNeighboursAreReproduced(string name, int neighbours)
    {
        var (published, expected) = Neighbours(name, neighbours);
        using var compute = TestCompute.Open();
        Assert.Equal(expected, Bits(new NeighbourAdjacencyEntropy(compute, neighbours, CancellationToken.None), published.Points()), Tolerance);
    }

    [Fact]
    public void OfFiveNeighboursTheOriginalScattersAnEigenvalueThatIsZero()
    {
        var (published, expected) = Neighbours("gauss", 5);
        var points = published.Points();
        using var compute = TestCompute.Open();
        var entropy = new NeighbourAdjacencyEntropy(compute, 5, CancellationToken.None);
        var adjacency = entropy.Adjacency(points);
        var nilpotent = NilpotentPart.Of(adjacency, points.Count);
        Assert.Equal(8, nilpotent.Multiplicity);
        Assert.InRange(nilpotent.LargestBlock, 2, 3);

        // Here they are 0 as in exact arithmetic: what is not 0 begins at a tenth.
        var moduli = GeneralEigenvalues.Of(adjacency, points.Count, CancellationToken.None).Select(value => value.Magnitude).Order().ToArray();
        Assert.All(moduli[..nilpotent.Multiplicity], modulus => Assert.InRange(modulus, 0, 1e-12));
        Assert.InRange(moduli[nilpotent.Multiplicity], 0.05, 1);

        // A backward error E moves a zero of a block of order m by the m-th root of |E|, so each p = root / sum adds p (1 - ln p) at most.
        var error = points.Count * Epsilon;
        var root = Math.Pow(error * Math.Sqrt(adjacency.Sum()), 1.0 / nilpotent.LargestBlock);
        var share = root / moduli.Sum();
        var scatter = nilpotent.Multiplicity * share * (1 - Math.Log(share)) / Math.Log(2);
        Assert.InRange(scatter, 1e-7, 1e-4);
        Assert.Equal(expected, Bits(entropy, points), scatter);
    }

    [Theory]
    [MemberData(nameof(Binned))]
    public void EveryBinnedEntropyIsReproduced(string name)
    {
        var published = PublishedCase.Open(name);
        AssertBinned(published, "cse", published.Points());
    }

    [Theory]
    [MemberData(nameof(BinnedOfThree))]
    public void EveryBinnedEntropyOfThreeColumnsIsReproduced(string name)
    {
        var published = PublishedCase.Open(name);
        var points = published.Points();
        AssertBinned(published, "cse_first3dims", new Points([.. Enumerable.Range(0, points.Count).SelectMany(i => points[i][..3].ToArray())], points.Count, 3));
    }

    [Fact]
    public void DegenerateSetsAreReproduced()
    {
        var published = PublishedCase.Open("degenerate").Numbers;
        var identical = new Points([.. Enumerable.Repeat(0.7, 200)], 50, 4);
        var far = new Points([.. Enumerable.Range(0, 40).Select(i => 1000.0 * i)], 40, 1);
        using var compute = TestCompute.Open();
        var entries = new MatrixEntryEntropy(compute, 1, CancellationToken.None);
        Assert.Equal(published.GetProperty("identical_50x4").GetProperty("matrix_entry").GetDouble(), Bits(entries, identical), EntryTolerance);
        Assert.Equal(published.GetProperty("far_40").GetProperty("matrix_entry").GetDouble(), Bits(entries, far), EntryTolerance);
        Assert.Equal(published.GetProperty("identical_50x4").GetProperty("cse").GetDouble(), Bits(new BinnedEntropy(2), identical), Tolerance);
    }

    private static (PublishedCase Case, double Bits) Neighbours(string name, int neighbours)
    {
        var published = PublishedCase.Open(name);
        var entry = published.Numbers.GetProperty("adjacency").GetProperty("knn").EnumerateArray().Single(entry => entry.GetProperty("k").GetInt32() == neighbours);
        return (published, entry.GetProperty("bits").GetDouble());
    }

    private static void AssertBinned(PublishedCase published, string key, Points points) =>
        Assert.All(published.Numbers.GetProperty(key).EnumerateArray(), entry =>
            Assert.Equal(entry.GetProperty("cse_bits").GetDouble(), Bits(new BinnedEntropy(entry.GetProperty("bins").GetInt32()), points), Tolerance));

    private static double Bits(IPointEntropy entropy, Points points) => entropy.Of(points).Nats / Math.Log(2);
}
