using System.Globalization;
using Infoscope.Plugins.DiffusionSpectral.Tests.LabelInformation;
using Infoscope.Plugins.DiffusionSpectral.Tests.Problems;
using Infoscope.Plugins.DiffusionSpectral.Tests.References;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Estimator;

/// <summary>What the paper shows, in small: the order of the numbers, not the numbers.</summary>
public sealed class OrderingTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TheEntropyRisesWithTheIntrinsicDimension(bool uniform)
    {
        const int rows = 150, features = 512;
        var entropies = new List<double>();
        foreach (var dimensions in new[] { 5, 25, 128, 256 })
        {
            var random = new RandomStream(1, "dimensions");
            // One part in a hundred of noise in all features.
            double[][] points = [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, features)
                .Select(feature => (feature < dimensions ? uniform ? (2 * random.NextDouble()) - 1 : random.NextNormal() : 0) + (0.01 * random.NextNormal())).ToArray())];
            entropies.Add(new EstimatorRun { Rows = points }.With("bandwidth", "5").Estimate().Entropy.Value.Number);
        }

        AssertRises(entropies);
    }

    [Fact]
    public void TheInformationFallsWithTheCorruptionOfTheLabels()
    {
        double[] bits = [.. new[] { 0, 0.2, 0.5, 0.8, 1 }.Select(corrupted => OfCorruptedLabels(20, corrupted))];
        AssertRises(bits.Select(value => -value));
        Assert.InRange(bits[^1], -0.1, 0.1);
        Assert.True(bits[0] > 0.5);
    }

    [Fact]
    public void InManyFeaturesALittleCorruptionMayRaiseTheInformation()
    {
        // The authors' program shows the same: .615 .757 .223 .030 .002 bits with 1,000 features.
        double[] bits = [.. new[] { 0, 0.2, 0.5, 0.8, 1 }.Select(corrupted => OfCorruptedLabels(100, corrupted))];
        Assert.True(bits[1] > bits[0]);
        AssertRises(bits[1..].Select(value => -value));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void TheEntropyRisesWithTheNumberOfBlobs(int time)
    {
        int[] blobs = [1, 2, 3, 5, 10, 20];
        double[] entropies = [.. blobs.Select(count => new EstimatorRun { Rows = Blobs(count, 240 / count, 32, spread: 0.5) }
            .With("bandwidth", "2.83").With("time", time.ToString(CultureInfo.InvariantCulture)).Estimate().Entropy.Value.Number)];
        AssertRises(entropies);

        // What a late time leaves is the logarithm of their number.
        if (time == 5) Assert.All(blobs.Zip(entropies), pair => Assert.Equal(Math.Log(pair.First), pair.Second, 0.05));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void TheInformationAboutTheBranchesOfATreeRisesWithTheirNumber(int time)
    {
        const int size = 100;
        using var compute = TestCompute.Open();
        AssertRises(new[] { 2, 5, 10 }.Select(branches =>
        {
            double[][] rows = Tree(branches, size, features: 20, seed: 1);
            var points = new Points([.. rows.SelectMany(row => row)], rows.Length, 20);
            return Informations.Of(Informations.Exact(compute, 10, time), points, [.. Enumerable.Range(0, rows.Length).Select(row => row / size)], Informations.Subsets(1)).Nats;
        }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void TheInformationAboutTheBranchesOfATreeFallsWithTheCorruptionOfTheLabels(int time)
    {
        var points = PublishedCase.Open("tree").Points();
        using var compute = TestCompute.Open();
        double[] bits = [.. new[] { "tree_y.npy", "tree_y50.npy", "tree_y100.npy" }.Select(file => Informations.Bits(
            Informations.Of(Informations.Exact(compute, 10, time), points, ReferenceFiles.Integers("tests", "ReferenceValues", "diffusion-spectral", file), Informations.Subsets(1)).Nats))];
        AssertRises(bits.Select(value => -value));
        Assert.InRange(bits[^1], -0.1, 0.1);
    }

    private static double OfCorruptedLabels(int features, double corrupted)
    {
        const int blobs = 3, size = 100;
        var random = new RandomStream(2, "corruption");
        int[] labels = [.. Enumerable.Range(0, blobs * size).Select(row => random.NextDouble() < corrupted ? (int)random.NextBelow(blobs) : row % blobs)];
        return new EstimatorRun { Rows = Blobs(blobs, size, features, spread: 1) }.With("bandwidth", "sqrt-features").With(new TestLabels("y", labels)).Estimate().Information.Value.Information.Bits;
    }

    private static void AssertRises(IEnumerable<double> values)
    {
        double[] all = [.. values];
        for (var i = 1; i < all.Length; i++) Assert.True(all[i] > all[i - 1], $"{all[i]} follows {all[i - 1]}: {string.Join(' ', all)}");
    }

    // About centres that are uniform in a cube of edge 20; row i is of blob i modulo their number.
    private static double[][] Blobs(int blobs, int size, int features, double spread)
    {
        var random = new RandomStream(1, "blobs");
        double[][] centres = [.. Enumerable.Range(0, blobs).Select(_ => Enumerable.Range(0, features).Select(_ => (20 * random.NextDouble()) - 10).ToArray())];
        return [.. Enumerable.Range(0, blobs * size).Select(row => Array.ConvertAll(centres[row % blobs], middle => middle + (spread * random.NextNormal())))];
    }

    // Random walks with steps uniform in -1 .. 1, each from a point of an earlier one, with noise of deviation 4 on every point.
    private static double[][] Tree(int branches, int size, int features, ulong seed)
    {
        var random = new RandomStream(seed, "tree");
        var rows = new List<double[]>();
        for (var branch = 0; branch < branches; branch++)
        {
            var at = branch == 0 ? new double[features] : rows[(int)random.NextBelow(rows.Count)];
            for (var step = 0; step < size; step++) rows.Add(at = Array.ConvertAll(at, value => value + (2 * random.NextDouble()) - 1));
        }

        return [.. rows.Select(row => Array.ConvertAll(row, value => value + (4 * random.NextNormal())))];
    }
}
