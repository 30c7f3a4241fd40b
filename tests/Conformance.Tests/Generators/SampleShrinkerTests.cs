using FsCheck;
using FsCheck.Fluent;
using Infoscope.Conformance.Generators;

namespace Infoscope.Conformance.Tests.Generators;

public sealed class SampleShrinkerTests
{
    /// <summary>The most samples that shrinking may try where every sample fails.</summary>
    private const int MostTriedOfAll = 300;

    /// <summary>The most samples that shrinking to one of the minima below may try.</summary>
    private const int MostTried = 1500;

    private static readonly Dictionary<string, (Func<Sample, bool> Fails, string Smallest)> Laws = new()
    {
        ["every sample fails"] = (_ => true, Text(["y = 0 (coarse 0): 0"])),
        ["a value above 3"] = (sample => sample.Rows.Any(row => row.Any(value => value > 3)), Text(["y = 0 (coarse 0): 4"])),
        ["a value that is not zero"] = (sample => sample.Rows.Any(row => row.Any(value => value != 0)), Text(["y = 0 (coarse 0): 1"])),
        ["a negative value"] = (sample => sample.Rows.Any(row => row.Any(value => value < 0)), Text(["y = 0 (coarse 0): -1"])),
        ["two rows of label 0 and another label"] = (
            sample => sample.Labels.Fine.Count(label => label == 0) >= 2 && sample.Labels.Fine.Any(label => label > 0),
            Text(["y = 0 (coarse 0): 0", "y = 0 (coarse 0): 0", "y = 1 (coarse 0): 0"])),
        ["two coarse labels"] = (sample => sample.Labels.Coarse.Where(label => label >= 0).Distinct().Count() > 1, Text(["y = 0 (coarse 0): 0", "y = 1 (coarse 1): 0"])),
        ["two fine labels in a coarse one"] = (
            sample => sample.Labels.Fine.Where(label => label >= 0).Distinct().GroupBy(label => sample.Labels.CoarseOf[label]).Any(group => group.Count() > 1),
            Text(["y = 0 (coarse 0): 0", "y = 1 (coarse 0): 0"])),
        ["an unlabelled row"] = (sample => sample.Labels.Fine.Contains(-1), Text(["y = 0 (coarse 0): 0", "no label: 0"])),
        ["a larger row of a later label"] = (
            sample => sample.Rows.Zip(sample.Labels.Fine).Any(one => sample.Rows.Zip(sample.Labels.Fine).Any(other =>
                one.Second > other.Second && other.Second >= 0 && one.First.Zip(other.First).Any(pair => pair.First > pair.Second))),
            Text(["y = 0 (coarse 0): 0", "y = 1 (coarse 0): 1"])),
        ["three features"] = (sample => sample.Features > 2, Text(["y = 0 (coarse 0): 0, 0, 0"], 3)),
        ["a row more than 2 beyond one before it"] = (
            sample => sample.Rows.Index().Any(one => sample.Rows[one.Index..].Any(other => other.Zip(one.Item).Any(pair => pair.First - pair.Second > 2))),
            Text(["y = 0 (coarse 0): 0", "y = 0 (coarse 0): 3"])),
        ["a row along the first feature before one along the second"] = (
            sample => sample.Features > 1 && sample.Rows.Index().Any(one => one.Item[0] > one.Item[1] && one.Item[1] >= 0
                && sample.Rows[one.Index..].Any(other => other[1] > other[0] && other[0] >= 0)),
            Text(["y = 0 (coarse 0): 1, 0", "y = 0 (coarse 0): 0, 1"], 2)),
        ["a seed above 0"] = (sample => sample.Seed > 0, Text(["y = 0 (coarse 0): 0"]).Replace("seed 0", "seed 1", StringComparison.Ordinal)),
    };

    public static TheoryData<string> Names => [.. Laws.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void AFailingSampleShrinksToTheObviousOne(string name)
    {
        var (fails, smallest) = Laws[name];
        foreach (var domain in Enum.GetValues<SampleDomain>())
        {
            var arbitrary = SampleGeneratorTests.Of(domain);
            var failing = Draws.From(arbitrary.Generator, 1, 2000).Where(fails).Take(60).ToArray();
            Assert.Equal(60, failing.Length);
            Assert.All(failing, sample =>
            {
                var (shrunk, tried) = Draws.Smallest(sample, arbitrary.Shrinker, fails);
                Assert.Equal(smallest, shrunk.ToString());
                Assert.InRange(tried, 0, MostTried);
            });
        }
    }

    [Fact]
    public void ALargeSampleOfWhichAllFailShrinksInFewSteps() => Assert.All(Draws.From(SampleGenerators.Any.Generator, 2, 3000).Where(sample => sample.Rows.Length >= 20 && sample.Features >= 7), sample =>
        Assert.InRange(Draws.Smallest(sample, SampleGenerators.Shrink, _ => true).Tried, 1, MostTriedOfAll));

    [Fact]
    public void AValueThatMayNotBecomeWholeKeepsFewDigits()
    {
        var sample = new Sample { Rows = [[0.123456789, 3.7e-140], [-5.25, 1e120]], Labels = new LabelTree { Fine = [1, 0], CoarseOf = [0, 1] }, Seed = 9 };
        Assert.Equal(Text(["y = 0 (coarse 0): 0.5"]), Smallest(rows => rows.Any(row => row.Any(value => !double.IsInteger(value)))));
        Assert.Equal(Text(["y = 0 (coarse 0): 4E-140"]), Smallest(rows => rows.Any(row => row.Any(value => value is > 0 and < 1e-100))));
        Assert.Equal(Text(["y = 0 (coarse 0): 1E+120"]), Smallest(rows => rows.Any(row => row.Any(value => value > 1e100))));

        string Smallest(Func<double[][], bool> fails) => Draws.Smallest(sample, SampleGenerators.Shrink, shrunk => fails(shrunk.Rows)).Value.ToString();
    }

    [Fact]
    public void ManyRowsThatAreAllNeededStillGetSimpleValues()
    {
        var sample = Draws.From(SampleGenerators.Population(24, 8, 3), 3, 1)[0];
        var (smallest, tried) = Draws.Smallest(sample, SampleGenerators.Shrink, shrunk => shrunk.Rows.Length == 24 && shrunk.Rows.Select(row => string.Join(' ', row)).Distinct().Count() == 24);
        Assert.Equal(1, smallest.Features);
        Assert.All(smallest.Rows, row => Assert.True(double.IsInteger(row[0]) && Math.Abs(row[0]) <= 24));
        Assert.InRange(tried, 1, 20_000);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void ShrinkingEndsAndNeverComesBackWhateverFails(int seed)
    {
        foreach (var domain in Enum.GetValues<SampleDomain>())
        {
            var arbitrary = SampleGeneratorTests.Of(domain);
            foreach (var sample in Draws.From(arbitrary.Generator, 6 + (ulong)seed, 40))
            {
                var seen = new HashSet<string> { Key(sample) };
                // A third of all samples fail, for no reason at all.
                var (_, tried) = Draws.Smallest(sample, arbitrary.Shrinker, shrunk =>
                {
                    if (ReferenceEquals(shrunk, sample)) return true;
                    if (!Fails(shrunk)) return false;
                    Assert.True(seen.Add(Key(shrunk)), Key(shrunk));
                    return true;
                });
                Assert.InRange(tried, 0, 20_000);
            }
        }

        bool Fails(Sample sample) => new RandomStream((ulong)seed, Key(sample)).NextBelow(3) == 0;

        // The text alone leaves out labels that no row has.
        static string Key(Sample sample) => $"{sample}\n{string.Join(' ', sample.Labels.CoarseOf)}";
    }

    [Theory]
    [InlineData("a value above 3")]
    [InlineData("a row along the first feature before one along the second")]
    public void ActivationsShrinkByThemselves(string name)
    {
        var failing = Draws.From(ActivationGenerators.Any.Generator, 4, 1000).Where(rows => Laws[name].Fails(Labelled(rows))).Take(50).ToArray();
        Assert.Equal(50, failing.Length);
        Assert.All(failing, rows => Assert.Equal(Laws[name].Smallest, Labelled(Draws.Smallest(rows, ActivationGenerators.Any.Shrinker, smaller => Laws[name].Fails(Labelled(smaller))).Value).ToString()));
    }

    [Fact]
    public void CandidatesAreMadeOneByOne()
    {
        // Made at once, the candidates of 64 rows and 12 features would hold 64 * 12 * 64 * 12 values and more.
        var sample = Draws.From(SampleGenerators.Population(64, 12, 4), 5, 1)[0];
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.NotNull(SampleGenerators.Shrink(sample).First());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 1024);
    }

    private static Sample Labelled(double[][] rows) => new() { Rows = rows, Labels = new LabelTree { Fine = new int[rows.Length], CoarseOf = [0] }, Seed = 0 };

    private static string Text(string[] rows, int features = 1) =>
        $"{rows.Length} {(rows.Length == 1 ? "row" : "rows")}, {features} {(features == 1 ? "feature" : "features")}, seed 0{string.Concat(rows.Select(row => $"\n  {row}"))}";
}
