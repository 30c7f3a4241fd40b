using Infoscope.Conformance.Generators;

namespace Infoscope.Conformance.Tests.Generators;

public sealed class KindSampleTests
{
    private const int Count = 4000;

    // Shares are divided by their sum in single or double precision, of at most 12 features.
    private const double SumOfShares = 1e-6;

    public static TheoryData<RowKind> Kinds => [RowKind.NonNegative, RowKind.Distribution];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void DrawnSamplesAreOfTheirKind(RowKind kind) => Assert.All(Drawn(kind, 1, Count), sample => AssertOfKind(sample, kind));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void PopulationsAreOfTheirKindAndTellTheirLabels(RowKind kind) => Assert.All(Draws.From(SampleGenerators.Population(240, 4, 3), 2, 20), sample =>
    {
        var ofKind = KindSamples.Population(sample, kind);
        AssertOfKind(ofKind, kind);
        Assert.Equal(sample.Labels, ofKind.Labels);
        Assert.True(ofKind.Rows.DistinctBy(row => string.Join(',', row)).Count() > 100);
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ASampleIsAFunctionOfTheOneItIsMadeOf(RowKind kind) =>
        Assert.Equal(Drawn(kind, 3, 50).Select(sample => sample.ToString()), Drawn(kind, 3, 50).Select(sample => sample.ToString()));

    [Fact]
    public void SamplesOfAnyRowsStayAsTheyAre() => Assert.All(Draws.From(SampleGenerators.Any.Generator, 4, 20), sample =>
    {
        Assert.Same(sample, KindSamples.Drawn(sample, RowKind.Any));
        Assert.Same(sample, KindSamples.Population(sample, RowKind.Any));
    });

    [Fact]
    public void DistributionsReachWhatBreaksTheirEstimators()
    {
        var samples = Drawn(RowKind.Distribution, 5, Count);
        void AssertOften(Func<double[], bool> holds) => Assert.True(samples.Count(sample => sample.Features > 1 && Array.TrueForAll(sample.Rows, row => holds(row))) > Count / 100);
        AssertOften(row => row.Max() == 1);
        AssertOften(row => row.Max() - row.Min() <= 1e-15);
        AssertOften(row => row.Contains(0) && row.Max() < 1);
        AssertOften(row => !row.Contains(0));
        Assert.True(samples.Count(sample => sample.Rows.Any(row => row.Any(value => value is > 0 and < 1e-300))) > Count / 100);
        Assert.True(samples.Count(sample => sample.Rows.Any(row => Array.TrueForAll(row, value => value == (float)value) && row.Sum() != 1)) > Count / 100);
        Assert.True(samples.Count(sample => sample.Features > 1 && sample.Rows.Length > 2 && sample.Rows.All(row => row.SequenceEqual(sample.Rows[0]))) > Count / 100);
        Assert.All(samples.Where(sample => sample.Features == 1), sample => Assert.All(sample.Rows, row => Assert.Equal([1.0], row)));
    }

    [Fact]
    public void CodesAreOftenSparseAndSometimesZero()
    {
        var samples = Drawn(RowKind.NonNegative, 6, Count).Where(sample => sample.Features > 2).ToArray();
        Assert.InRange(samples.Count(sample => sample.Rows.All(row => row.Count(value => value > 0) <= 1)), samples.Length / 10, samples.Length / 2);
        Assert.Contains(samples, sample => sample.Rows.Any(row => Array.TrueForAll(row, value => value == 0)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ShrunkSamplesAreOfTheirKind(RowKind kind) =>
        Assert.All(Drawn(kind, 7, 100).SelectMany(sample => KindSamples.Shrink(sample, kind, SampleGenerators.Any).Take(200)), sample => AssertOfKind(sample, kind));

    [Theory]
    [InlineData(RowKind.NonNegative, "1 row, 2 features, seed 0\n  y = 0 (coarse 0): 1, 1")]
    [InlineData(RowKind.Distribution, "1 row, 2 features, seed 0\n  y = 0 (coarse 0): 0.5, 0.5")]
    public void ARowOfTwoValuesAboveZeroShrinksToTheObviousOne(RowKind kind, string smallest)
    {
        static bool Fails(Sample sample) => sample.Rows.Any(row => row.Count(value => value > 0) > 1);
        Assert.All(Drawn(kind, 8, 200).Where(Fails), sample => Assert.Equal(smallest, Draws.Smallest(sample, one => KindSamples.Shrink(one, kind, SampleGenerators.Any), Fails).Value.ToString()));
    }

    [Fact]
    public void TheNearestRowIsTheRowItselfWhereItIsOfTheKind()
    {
        double[] row = [0.25, 0.75, -0.0];
        Assert.Same(row, RowKind.Distribution.Nearest(row));
        Assert.Equal([0.25, 0.75], RowKind.Distribution.Nearest([-1, 3]));
        Assert.Equal([0.5, 0.5], RowKind.Distribution.Nearest([0, 0]));
        Assert.Equal([0.5, 0.5], RowKind.Distribution.Nearest([1.5e308, 1.5e308]));
        Assert.Equal([1, 3], RowKind.NonNegative.Nearest([-1, 3]));
        Assert.Equal([double.NaN, -1], RowKind.NonNegative.Nearest([double.NaN, -1]));
    }

    private static Sample[] Drawn(RowKind kind, ulong seed, int count) => [.. Draws.From(SampleGenerators.Any.Generator, seed, count).Select(sample => KindSamples.Drawn(sample, kind))];

    private static void AssertOfKind(Sample sample, RowKind kind) => Assert.All(sample.Rows, row =>
    {
        Assert.Equal(sample.Features, row.Length);
        Assert.All(row, value => Assert.True(value >= 0 && double.IsFinite(value)));
        if (kind == RowKind.Distribution) Assert.InRange(row.Sum(), 1 - SumOfShares, 1 + SumOfShares);
    });
}
