using System.Text.Json;
using Infoscope.Formats;
using Infoscope.Testing;

namespace Infoscope.Plugins.Spectrum.Tests.Distances;

/// <summary>Rows 0-30 and 50-90 of m6, by singular values and d x d matrices in NumPy.</summary>
public sealed class ReferenceDistancesTests
{
    private const double Relative = 1e-10;

    // A root makes 1e-8 of a rounding of 1e-16.
    private const double Self = 1e-7;

    private static readonly Dictionary<string, string> Names = new()
    {
        ["mean_euclidean"] = "mean-euclidean",
        ["mean_cosine"] = "mean-cosine",
        ["frobenius"] = "covariance-frobenius",
        ["rv_correlation_distance"] = "covariance-correlation",
        ["bures_wasserstein"] = "bures-wasserstein",
        ["log_euclidean"] = "log-euclidean",
        ["affine_invariant"] = "affine-invariant",
        ["jbld"] = "stein-divergence",
        ["von_neumann_jsd_nats"] = "von-neumann-divergence",
        ["coding_rate_reduction_nats"] = "coding-rate-distance",
    };

    private static readonly Lazy<JsonElement> Expected = new(() => JsonDocument.Parse(File.ReadAllText(PathOf("expected.json"))).RootElement.GetProperty("distances"));

    public static TheoryData<string> Distances => [.. Names.Keys];

    [Theory]
    [MemberData(nameof(Distances))]
    public void TheDistanceIsThatOfNumPy(string name)
    {
        var (one, two) = Rows();
        var expected = Expected.Value.GetProperty("values").GetProperty(name).GetDouble();
        Assert.Equal(expected, Measured.Of(one, two)[Names[name]], Relative * expected);
    }

    [Theory]
    [MemberData(nameof(Distances))]
    public void TheDistanceToItselfIsZero(string name)
    {
        var (one, _) = Rows();
        Assert.InRange(Measured.Of(one, one)[Names[name]], -Self, Self);
    }

    [Fact]
    public void EveryReferenceIsCompared() => Assert.Equal(Names.Keys.Order(), Expected.Value.GetProperty("values").EnumerateObject().Select(value => value.Name).Order());

    private static (double[][] One, double[][] Two) Rows()
    {
        using var file = ArrayFile.Open(PathOf(Expected.Value.GetProperty("file").GetString()!));
        var array = file.Find("").ToNumericArray();
        double[][] rows = [.. array.ToReals().Chunk((int)array.Shape[1])];
        return (Part("rows_a"), Part("rows_b"));

        double[][] Part(string name)
        {
            int[] ends = [.. Expected.Value.GetProperty(name).EnumerateArray().Select(end => end.GetInt32())];
            return rows[ends[0]..ends[1]];
        }
    }

    private static string PathOf(string name) => Repository.PathOf(typeof(ReferenceDistancesTests).Assembly, "tests", "ReferenceValues", "llm-geometry", name);
}
