using System.Text.Json;
using Infoscope.Compute;
using Infoscope.Plugins.DiffusionSpectral.Clustering;
using Infoscope.Plugins.DiffusionSpectral.LabelInformation;
using Infoscope.Plugins.DiffusionSpectral.Tests.Clustering;
using Infoscope.Plugins.DiffusionSpectral.Tests.Problems;
using Infoscope.Plugins.DiffusionSpectral.Tests.References;
using Infoscope.Plugins.DiffusionSpectral.Variants;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.LabelInformation;

/// <summary>The informations of the original, with the rows that it drew.</summary>
public sealed class PublishedInformationTests
{
    // The original adds the epsilon of double to each of up to 100 probabilities, 1e-12 bits, or of 10,000 for the entries; rounding is below that.
    private const double Tolerance = 5e-11, EntryTolerance = 1e-8;

    public static TheoryData<string, string> Labelled => new()
    {
        { "blobs_balanced", "mi" },
        { "blobs_random_labels", "mi" },
        { "tree", "mi" },
        { "tree", "mi_half_corrupt" },
        { "tree", "mi_random" },
        { "imbalanced_singleton", "mi" },
        { "continuous_scalar_reference", "mi" },
        { "continuous_vector_reference", "mi" },
    };

    public static TheoryData<string> WithVariants => ["blobs_balanced", "tree"];

    [Fact]
    public void NoPublishedInformationIsLeftOut()
    {
        var found = PublishedCase.With("name").Select(name => PublishedCase.Open((string)name[0]))
            .Sum(published => published.Numbers.EnumerateObject().Count(entry => entry.Value.ValueKind == JsonValueKind.Object && entry.Value.TryGetProperty("dsmi", out _)));
        Assert.Equal(found, Labelled.Count);
    }

    [Theory]
    [MemberData(nameof(Labelled))]
    public void EveryDiffusionInformationIsReproduced(string name, string key)
    {
        var published = PublishedCase.Open(name);
        var informations = published.Numbers.GetProperty(key);
        var (points, subsets) = (published.Points(), StoredSubsets.Open(informations.GetProperty("subset_file").GetString()!));
        using var compute = TestCompute.Open();
        var labels = LabelsOf(compute, published, key);
        Assert.All(informations.GetProperty("dsmi").EnumerateArray(), entry =>
        {
            var entropy = Informations.Exact(compute, entry.GetProperty("sigma").GetDouble(), entry.GetProperty("t").GetDouble());
            var information = Informations.Of(entropy, points, labels, subsets);
            Assert.Equal(entry.GetProperty("dsmi_bits").GetDouble(), Informations.Bits(information.Nats), Tolerance);
            if (entry.TryGetProperty("detail", out var detail)) AssertDetail(detail, published, key, information.Conditional, points, labels, entropy, subsets);
        });
        Assert.Equal(0, compute.LiveMatrices);
    }

    [Theory]
    [MemberData(nameof(WithVariants))]
    public void EveryInformationOfAnotherEntropyIsReproduced(string name)
    {
        var published = PublishedCase.Open(name);
        var informations = published.Numbers.GetProperty("mi");
        var (points, subsets) = (published.Points(), StoredSubsets.Open(informations.GetProperty("subset_file").GetString()!));
        using var compute = TestCompute.Open();
        var labels = LabelsOf(compute, published, "mi");
        double Bits(IPointEntropy entropy) => Informations.Bits(Informations.Of(entropy, points, labels, subsets).Nats);

        Assert.All(informations.GetProperty("csmi").EnumerateArray(), entry =>
            Assert.Equal(entry.GetProperty("bits").GetDouble(), Bits(new BinnedEntropy(entry.GetProperty("bins").GetInt32())), Tolerance));

        var entries = informations.GetProperty("matrix_entry_mi");
        Assert.Equal(entries.GetProperty("bits").GetDouble(), Bits(new MatrixEntryEntropy(compute, entries.GetProperty("sigma").GetDouble(), CancellationToken.None)), EntryTolerance);

        var adjacencies = informations.GetProperty("asmi");
        var bandwidth = adjacencies.GetProperty("sigma").GetDouble();
        Assert.Equal(adjacencies.GetProperty("gaussian").GetDouble(), Bits(new GaussianAdjacencyEntropy(compute, bandwidth, CancellationToken.None)), Tolerance);
        Assert.Equal(adjacencies.GetProperty("anisotropic").GetDouble(), Bits(Informations.Exact(compute, bandwidth)), Tolerance);
        Assert.Equal(adjacencies.GetProperty("knn10").GetDouble(), Bits(new NeighbourAdjacencyEntropy(compute, 10, CancellationToken.None)), ScatterBits());

        // What may come of the first term and what may come of the second, twice: the original's rounding is another draw.
        double ScatterBits()
        {
            var scatter = Informations.Of(new ScatteredZeros(compute, 10), points, labels, subsets);
            var bits = Informations.Bits(scatter.Nats + (2 * scatter.Conditional.Nats));
            Assert.InRange(bits, 1e-8, 2e-5);
            return 2 * bits;
        }
    }

    private static void AssertDetail(
        JsonElement detail, PublishedCase published, string key, ConditionalEntropy conditional, Points points, int[] labels, IPointEntropy entropy, StoredSubsets subsets)
    {
        var classes = DiffusionSpectral.LabelInformation.Classes.Of(labels);
        var names = NamesOf(published, key);
        var pool = new PointPool(points, classes.Pool, entropy.Of(points), entropy, subsets, shared: true);
        Assert.Equal(detail.GetArrayLength(), classes.All.Count);
        foreach (var entry in detail.EnumerateArray())
        {
            var place = Enumerable.Range(0, classes.All.Count).Single(i => names[classes.All[i].Members[0]] == entry.GetProperty("cluster").GetInt32());
            var size = entry.GetProperty("size").GetInt32();
            Assert.Equal(size, classes.All[place].Size);
            Assert.Equal(entry.GetProperty("h_cluster").GetDouble(), Informations.Bits(conditional.OfClasses[place].Nats), Tolerance);
            double[] expected = [.. entry.GetProperty("h_subsets").EnumerateArray().Select(value => value.GetDouble())];
            Assert.Equal(5, expected.Length);
            for (var repetition = 0; repetition < expected.Length; repetition++) Assert.Equal(expected[repetition], Informations.Bits(pool.OfSubsets([(size, 0, repetition)])[0].Nats), Tolerance);
        }
    }

    // The labels that are given, or the classes that a reference is cut into here.
    private static int[] LabelsOf(ComputeSession compute, PublishedCase published, string key)
    {
        if (!published.Numbers.TryGetProperty("reference", out var file)) return NamesOf(published, key);
        var settings = new ReferenceSettings { Clusters = published.Numbers.GetProperty("n_clusters").GetInt32() };
        return ReferenceClasses.Of(compute, PublishedCases.Reference("diffusion-spectral", file.GetString()!), settings, new RandomStream(1, "clusters"), CancellationToken.None);
    }

    // What the original calls the class of each row.
    private static int[] NamesOf(PublishedCase published, string key)
    {
        if (published.Numbers.TryGetProperty("cluster_ids", out var ids)) return [.. ids.EnumerateArray().Select(value => value.GetInt32())];
        var labels = key switch { "mi_half_corrupt" => "labels_half_corrupt", "mi_random" => "labels_random", _ => "labels" };
        return ReferenceFiles.Integers("tests", "ReferenceValues", "diffusion-spectral", published.Numbers.GetProperty(labels).GetString()!);
    }
}
