using FsCheck;
using FsCheck.Fluent;
using Infoscope.Conformance.Generators;

namespace Infoscope.Conformance.Tests.Generators;

public sealed class SampleGeneratorTests
{
    private const int Count = 3000;

    public static TheoryData<SampleDomain> Domains => [.. Enum.GetValues<SampleDomain>()];

    [Theory]
    [MemberData(nameof(Domains))]
    public void SamplesAreWhole(SampleDomain domain) => Assert.All(Draws.From(Of(domain).Generator, 1, Count), sample => AssertWhole(sample, domain));

    [Theory]
    [MemberData(nameof(Domains))]
    public void TheSameSeedGivesTheSameSamples(SampleDomain domain)
    {
        string[] Texts(ulong seed) => [.. Draws.From(Of(domain).Generator, seed, 50).Select(sample => sample.ToString())];
        Assert.Equal(Texts(2), Texts(2));
        Assert.NotEqual(Texts(2), Texts(3));
    }

    [Theory]
    [MemberData(nameof(Domains))]
    public void SizesSeedsAndZeroRowsReachTheirBounds(SampleDomain domain)
    {
        var samples = Draws.From(Of(domain).Generator, 4, Count);
        Assert.Equal(1, samples.Min(sample => sample.Rows.Length));
        // 150 samples of 25 to 64 rows; all of them below 60 once in 10^8 seeds.
        Assert.InRange(samples.Max(sample => sample.Rows.Length), 60, 64);
        Assert.Equal((1, 12), (samples.Min(sample => sample.Features), samples.Max(sample => sample.Features)));
        Assert.InRange(samples.Count(sample => sample.Rows.Length > 24 || sample.Features > 8), Count / 20, Count / 6);
        Assert.InRange(samples.Count(sample => sample.Seed < 10), Count / 4, Count / 2);
        Assert.Contains(samples, sample => sample.Seed > 1UL << 31);
        Assert.InRange(samples.Count(sample => sample.Rows.Any(row => row.All(value => value == 0))), Count / 25, Count / 3);
        Assert.InRange(samples.Count(sample => sample.Labels.Fine.Contains(-1)), Count / 25, Count / 4);
    }

    [Theory]
    [MemberData(nameof(Domains))]
    public void LabelsOftenTellTheRowsApart(SampleDomain domain)
    {
        var told = Draws.From(Of(domain).Generator, 5, Count).Count(sample => sample.Labels.Count > 1 && Explained(sample) > 0.8);
        Assert.InRange(told, Count / 8, Count / 2);
    }

    [Fact]
    public void ExtremeNormsAreOfTheFirstDomainAlone()
    {
        var norms = Draws.From(SampleGenerators.Any.Generator, 6, Count).SelectMany(sample => sample.Rows).Select(SampleDomains.Norm).Where(norm => norm > 0).ToArray();
        Assert.True(norms.Max() > 1e140);
        Assert.True(norms.Min() < 1e-140);
    }

    [Theory]
    [MemberData(nameof(Domains))]
    public void ShrunkSamplesAreWholeAndOfTheSameDomain(SampleDomain domain)
    {
        var arbitrary = Of(domain);
        Assert.All(Draws.From(arbitrary.Generator, 7, 100).SelectMany(sample => arbitrary.Shrinker(sample).Take(200)), sample => AssertWhole(sample, domain));
    }

    [Fact]
    public void APopulationHasInformativeLabelsOfEqualFrequency()
    {
        var samples = Draws.From(SampleGenerators.Population(400, 3, 4), 8, 50);
        Assert.All(samples, sample => Assert.Equal((400, 3, 4), (sample.Rows.Length, sample.Features, sample.Labels.Count)));
        Assert.True(samples.Average(Explained) > 0.7);
        // 5,000 of 20,000, with a standard deviation of 61.
        foreach (var label in Enumerable.Range(0, 4)) Assert.InRange(samples.Sum(sample => sample.Labels.Fine.Count(other => other == label)), 4750, 5250);
        Assert.Equal([0, 0, 1, 1], samples[0].Labels.CoarseOf);
        Assert.NotEqual(samples[0].Rows[0], samples[1].Rows[0]);
    }

    [Fact]
    public void IndependentLabelsAreEquallyManyAndExplainNothing()
    {
        var samples = Draws.From(SampleGenerators.Independent(400, 3, 4), 9, 50);
        Assert.All(samples, sample => Assert.All(sample.Labels.Fine.CountBy(label => label), count => Assert.Equal(100, count.Value)));
        // Chance alone explains 3 / 399 on average.
        Assert.InRange(samples.Average(Explained), 0.004, 0.012);
        Assert.Equal("10 rows cannot be shared equally by 4 labels; give a multiple of 4 rows. (Parameter 'rows')", Assert.Throws<ArgumentException>(() => SampleGenerators.Independent(10, 3, 4)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleGenerators.Population(10, 0, 4));
    }

    internal static Arbitrary<Sample> Of(SampleDomain domain) => domain switch
    {
        SampleDomain.Any => SampleGenerators.Any,
        SampleDomain.Moderate => SampleGenerators.Moderate,
        _ => SampleGenerators.Dyadic,
    };

    private static void AssertWhole(Sample sample, SampleDomain domain)
    {
        Assert.InRange(sample.Rows.Length, 1, 64);
        Assert.InRange(sample.Features, 1, 12);
        Assert.InRange(sample.Seed, 0UL, 1UL << 32);
        Assert.Equal(sample.Rows.Length, sample.Labels.Fine.Length);
        Assert.Contains(sample.Labels.Fine, label => label >= 0);
        Assert.All(sample.Labels.Fine, label => Assert.InRange(label, -1, sample.Labels.Count - 1));
        Assert.All(sample.Rows, row => Assert.Equal(sample.Features, row.Length));
        Assert.True(double.IsFinite(sample.Rows.Sum(row => row.Sum(value => value * value))));
        foreach (var row in sample.Rows)
        {
            if (domain != SampleDomain.Any) Assert.True(SampleDomains.Norm(row) is 0 or (>= 1e-3 and <= 1e3), sample.ToString());
            if (domain == SampleDomain.Dyadic) Assert.All(row, value => Assert.True(double.IsInteger(value * 16) && Math.Abs(value) <= 64));
        }
    }

    // The share of the squared distances to the mean that lies between the means of the labels; nothing where all rows are the same.
    private static double Explained(Sample sample)
    {
        var rows = sample.Rows.Zip(sample.Labels.Fine).Where(pair => pair.Second >= 0).ToArray();
        double Spread(IEnumerable<double[]> group)
        {
            var all = group.ToArray();
            return Enumerable.Range(0, sample.Features).Sum(feature =>
            {
                var mean = all.Average(row => row[feature]);
                return all.Sum(row => (row[feature] - mean) * (row[feature] - mean));
            });
        }

        var total = Spread(rows.Select(pair => pair.First));
        return total == 0 ? 0 : 1 - rows.GroupBy(pair => pair.Second, pair => pair.First).Sum(Spread) / total;
    }
}
