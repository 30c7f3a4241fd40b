using System.Globalization;
using System.Text.Json;
using Infoscope.Formats;
using Infoscope.Testing;

namespace Infoscope.Plugins.Spectrum.Tests.Renyi;

/// <summary>The pairs of kernels of tests/ReferenceValues/llm-geometry.</summary>
public sealed class PublishedCaseTests
{
    // What the reference values are asked for; they were computed by another program's eigenvalues.
    private const double Relative = 1e-10;

    private static readonly JsonElement Pairs = Read();

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var pair in Pairs.EnumerateObject())
            {
                foreach (var order in pair.Value.EnumerateObject().Where(one => one.Name.StartsWith("alpha_", StringComparison.Ordinal))) cases.Add(pair.Name, order.Name["alpha_".Length..]);
            }

            return cases;
        }
    }

    [Fact]
    public void ThereAreFourPairsAtFiveOrders() => Assert.Equal(20, Cases.Count);

    [Theory]
    [MemberData(nameof(Cases))]
    public void EntropiesAndInformationAreThoseOfThePublishedCase(string pair, string alpha)
    {
        var published = Pairs.GetProperty(pair);
        var numbers = published.GetProperty("alpha_" + alpha);
        var run = new RenyiRun { Rows = Rows(published.GetProperty("x").GetString()!), Reference = Rows(published.GetProperty("y").GetString()!) }
            .With("alpha", alpha).With("kernel", pair.StartsWith("rbf", StringComparison.Ordinal) ? "rbf" : "linear").With("bandwidth", "2");
        var (there, back) = (run.Estimate(), (run with { Rows = run.Reference!, Reference = run.Rows }).Estimate());
        AssertBits("Sx", there.Entropy);
        AssertBits("Sy", back.Entropy);
        AssertBits("MI", there.OfReference);
        AssertBits("MI", back.OfReference);
        Same(numbers.GetProperty("Sxy").GetDouble(), (there.GivenReference.Value.Information + back.Entropy.Value.Information).Bits);
        Same(numbers.GetProperty("Sxy").GetDouble(), (back.GivenReference.Value.Information + there.Entropy.Value.Information).Bits);

        void AssertBits(string name, Estimate estimate) => Same(numbers.GetProperty(name).GetDouble(), estimate.Value.Information.Bits);
    }

    [Fact]
    public void RowsTellLessOfThemselvesThanTheirEntropyAtOrderTwo()
    {
        var rows = Rows("renyi_x.npy");
        var table = (new RenyiRun { Rows = rows, Reference = rows }).With("alpha", "2").With("kernel", "linear").Estimate();
        Assert.Equal(1.296, table.OfReference.Value.Information.Bits, 1e-3);
        Assert.Equal(2.461, table.Entropy.Value.Information.Bits, 1e-3);
    }

    private static void Same(double expected, double actual) =>
        Assert.True(Math.Abs(expected - actual) <= Relative * Math.Abs(expected), string.Create(CultureInfo.InvariantCulture, $"expected {expected:R}, actual {actual:R}"));

    private static double[][] Rows(string file)
    {
        using var opened = ArrayFile.Open(PathOf(file));
        var array = opened.Find("").ToNumericArray();
        return [.. array.ToReals().Chunk((int)array.Shape[1])];
    }

    private static JsonElement Read()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(PathOf("expected.json")));
        return json.RootElement.GetProperty("renyi").GetProperty("pairs").Clone();
    }

    private static string PathOf(string file) => Repository.PathOf(typeof(PublishedCaseTests).Assembly, "tests", "ReferenceValues", "llm-geometry", file);
}
