using FsCheck;
using FsCheck.Fluent;
using Infoscope.Conformance.Generators;

namespace Infoscope.Conformance.Tests.Generators;

public sealed class ActivationGeneratorTests
{
    private const int Count = 400;

    // Eigenvalues of a Gram matrix lose half of the digits of the rows.
    private const double RankTolerance = 1e-7;

    public static TheoryData<ActivationKind> Kinds => [.. Enum.GetValues<ActivationKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void RowsAreFiniteAlikeInLengthAndWithinTheSizes(ActivationKind kind) => Assert.All(Draws.From(ActivationGenerators.Of(kind), 1, Count), rows =>
    {
        Assert.InRange(rows.Length, 1, 64);
        Assert.InRange(rows[0].Length, 1, 12);
        Assert.All(rows, row => Assert.Equal(rows[0].Length, row.Length));
        Assert.True(double.IsFinite(rows.Sum(row => row.Sum(value => value * value))));
        Assert.DoesNotContain(rows.SelectMany(row => row), value => value == 0 && double.IsNegative(value));
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void TheSameSeedGivesTheSameRows(ActivationKind kind)
    {
        Assert.Equal(Draws.From(ActivationGenerators.Of(kind), 7, 20), Draws.From(ActivationGenerators.Of(kind), 7, 20));
        Assert.NotEqual(Draws.From(ActivationGenerators.Of(kind), 7, 20), Draws.From(ActivationGenerators.Of(kind), 8, 20));
    }

    [Fact]
    public void SizesAreMostlySmallAndReachTheirBounds()
    {
        var sizes = Draws.From(ActivationGenerators.Of(ActivationKind.Gaussian), 2, 4000).Select(rows => (Rows: rows.Length, Features: rows[0].Length)).ToArray();
        Assert.Equal((1, 64), (sizes.Min(size => size.Rows), sizes.Max(size => size.Rows)));
        Assert.Equal((1, 12), (sizes.Min(size => size.Features), sizes.Max(size => size.Features)));
        // One in twenty is larger: 200 of 4000, with a standard deviation of 14.
        Assert.InRange(sizes.Count(size => size.Rows > 24), 130, 270);
        Assert.InRange(sizes.Count(size => size.Features > 8), 130, 270);
    }

    [Fact]
    public void TheMixHoldsEveryKind()
    {
        var draws = Draws.From(ActivationGenerators.Any.Generator, 3, 4000);
        Assert.All(Enum.GetValues<ActivationKind>().Where(kind => kind is not (ActivationKind.Gaussian or ActivationKind.Clustered or ActivationKind.FarFromZero)), kind =>
            Assert.True(draws.Count(rows => Promised(kind, rows)) >= 100, kind.ToString()));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EachKindKeepsWhatItsNamePromises(ActivationKind kind) => Assert.All(Draws.From(ActivationGenerators.Of(kind), 4, Count), rows => Assert.True(Promised(kind, rows)));

    [Fact]
    public void OnlyItsOwnKindKeepsEachPromise() => Assert.All(Enum.GetValues<ActivationKind>(), kind =>
        Assert.True(kind is ActivationKind.Gaussian or ActivationKind.Clustered or ActivationKind.FarFromZero or ActivationKind.HeavyTailed
            || Draws.From(ActivationGenerators.Of(ActivationKind.FarFromZero, 20, 6), 5, 50).All(rows => !Promised(kind, rows)), kind.ToString()));

    [Fact]
    public void GaussianValuesHaveTheMomentsOfTheStandardNormal()
    {
        var values = Draws.From(ActivationGenerators.Of(ActivationKind.Gaussian, 20, 5), 6, Count).SelectMany(rows => rows.SelectMany(row => row)).ToArray();
        // Five standard errors at 40,000 values: of the mean 1, of the square sqrt(2), of the fourth power sqrt(96), each over 200.
        Assert.InRange(values.Average(), -0.025, 0.025);
        Assert.InRange(values.Average(value => value * value), 1 - 0.036, 1 + 0.036);
        Assert.InRange(values.Average(value => Math.Pow(value, 4)), 3 - 0.25, 3 + 0.25);
    }

    [Fact]
    public void HeavyTailsHoldTheShareOfTheCauchyLaw()
    {
        var values = Draws.From(ActivationGenerators.Of(ActivationKind.HeavyTailed, 20, 5), 6, Count).SelectMany(rows => rows.SelectMany(row => row)).ToArray();
        // P(|x| > 30) = 1 - 2 atan(30) / pi = 0.0212: 848 of 40,000, with a standard deviation of 29.
        Assert.InRange(values.Count(value => Math.Abs(value) > 30), 700, 1000);
    }

    [Fact]
    public void ClustersAreApart()
    {
        foreach (var seed in Enumerable.Range(0, 50))
        {
            var random = new RandomStream((ulong)seed, "test");
            var (rows, clusterOf) = new RowMaker(random, SampleDomain.Any).Make(ActivationKind.Clustered, 40, 6);
            var means = clusterOf.Distinct().ToDictionary(cluster => cluster, cluster => Mean(rows.Where((_, row) => clusterOf[row] == cluster)));
            Assert.InRange(means.Count, 2, 6);
            var within = rows.Select((row, i) => SquaredDistance(row, means[clusterOf[i]])).Average();
            var overall = rows.Select(row => SquaredDistance(row, Mean(rows))).Average();
            // Within a cluster 6 features of variance 0.25 give 1.5; between two centres of spread 3 lie 6 * 9 / 2 on average and seldom a tenth of it.
            Assert.InRange(within, 0.8, 2);
            Assert.True(overall > 3 * within, $"seed {seed}: {overall} against {within}");
        }
    }

    [Fact]
    public void RowsFarFromZeroShareTheirDirection() => Assert.All(Draws.From(ActivationGenerators.Of(ActivationKind.FarFromZero, 10, 4), 9, Count), rows =>
        // A normal vector of 4 features is longer than 8 once in 10^13.
        Assert.All(rows, row => Assert.InRange(SampleDomains.Norm(row), 12, 58)));

    [Fact]
    public void NormsOfOneSizeComeInHalfOfTheDraws()
    {
        foreach (var kind in new[] { ActivationKind.HugeNorms, ActivationKind.TinyNorms })
        {
            var alike = Draws.From(ActivationGenerators.Of(kind, 10, 3), 10, Count).Count(rows => rows.Max(SampleDomains.Norm) <= 10.001 * rows.Min(SampleDomains.Norm));
            // 200 of 400, with a standard deviation of 10.
            Assert.InRange(alike, 150, 250);
        }
    }

    [Fact]
    public void AShapeThatAKindCannotHaveIsRefusedWithTheNearestOne()
    {
        var error = Assert.Throws<ArgumentException>(() => ActivationGenerators.Of(ActivationKind.MoreFeaturesThanRows, 5, 4));
        Assert.Contains("(5, 4); the nearest that they can have is (3, 4).", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ActivationGenerators.Of(ActivationKind.OneRow, 2, 4));
        Assert.Throws<ArgumentException>(() => ActivationGenerators.Of(ActivationKind.LowRank, 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ActivationGenerators.Of(ActivationKind.Gaussian, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ActivationGenerators.Of((ActivationKind)99));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AKindHasTheShapeAskedFor(ActivationKind kind)
    {
        var (rows, features) = (kind == ActivationKind.OneRow ? 1 : 3, kind == ActivationKind.OneFeature ? 1 : 5);
        Assert.All(Draws.From(ActivationGenerators.Of(kind, rows, features), 11, 20), drawn => Assert.Equal((rows, features), (drawn.Length, drawn[0].Length)));
    }

    private static bool Promised(ActivationKind kind, double[][] rows)
    {
        var values = rows.SelectMany(row => row).ToArray();
        return kind switch
        {
            ActivationKind.LowRank => rows[0].Length > 1 && Rank(rows, RankTolerance) < Math.Min(rows.Length, rows[0].Length),
            ActivationKind.Duplicated => rows.Select(row => string.Join(' ', row)).Distinct().Count() < rows.Length,
            ActivationKind.Rectified => values.Min() >= 0 && (values.Length < 20 || values.Contains(0)),
            ActivationKind.BFloat16 => values.All(value => (BitConverter.DoubleToUInt64Bits(value) & ((1UL << 45) - 1)) == 0),
            ActivationKind.HugeNorms => rows.All(row => SampleDomains.Norm(row) is > 0.99e20 and < 1.01e150),
            ActivationKind.TinyNorms => rows.All(row => SampleDomains.Norm(row) is > 0.99e-150 and < 1.01e-20),
            ActivationKind.MixedNorms => rows.All(row => SampleDomains.Norm(row) is 0 or (> 0.99e-6 and < 1.01e6)) && (rows.Length < 9 || rows.Max(SampleDomains.Norm) > 20 * rows.Min(SampleDomains.Norm)),
            ActivationKind.ConstantColumns => Enumerable.Range(0, rows[0].Length).Any(column => rows.All(row => row[column] == rows[0][column])),
            ActivationKind.OneRow => rows.Length == 1,
            ActivationKind.OneFeature => rows[0].Length == 1,
            ActivationKind.MoreFeaturesThanRows => rows[0].Length > rows.Length,
            ActivationKind.NearlyCollinear => rows.Length > 1 && rows[0].Length > 1 && Rank(rows, 1e-2) == 1,
            ActivationKind.AllEqual => rows.All(row => row.SequenceEqual(rows[0])),
            ActivationKind.WholeNumbers => values.All(value => double.IsInteger(value) && Math.Abs(value) <= 2),
            // Of the other kinds a single draw tells nothing; their moments have tests of their own.
            _ => true,
        };
    }

    // Elimination with full pivoting; a pivot below the tolerance times the first one counts as zero.
    private static int Rank(double[][] rows, double tolerance)
    {
        var left = rows.Select(row => row.ToArray()).ToArray();
        var first = left.Max(row => row.Max(Math.Abs));
        var rank = 0;
        while (true)
        {
            var (pivotRow, pivotColumn) = left.SelectMany((row, i) => row.Select((_, j) => (i, j))).MaxBy(place => Math.Abs(left[place.i][place.j]));
            var pivot = left[pivotRow][pivotColumn];
            if (Math.Abs(pivot) <= tolerance * first) return rank;
            rank++;
            var used = left[pivotRow].ToArray();
            foreach (var row in left)
            {
                var factor = row[pivotColumn] / pivot;
                for (var j = 0; j < row.Length; j++) row[j] -= factor * used[j];
                row[pivotColumn] = 0;
            }
        }
    }

    private static double[] Mean(IEnumerable<double[]> rows)
    {
        var all = rows.ToArray();
        return [.. Enumerable.Range(0, all[0].Length).Select(feature => all.Average(row => row[feature]))];
    }

    private static double SquaredDistance(double[] one, double[] other) => one.Zip(other).Sum(pair => (pair.First - pair.Second) * (pair.First - pair.Second));
}
