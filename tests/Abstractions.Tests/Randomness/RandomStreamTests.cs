using FsCheck.Xunit;

namespace Infoscope.Tests.Randomness;

public sealed class RandomStreamTests
{
    // A mean of independent draws lies within this many of its standard deviations but once in 1.7 million.
    private const double Deviations = 5;

    private const int Draws = 1_000_000;

    [Theory]
    [InlineData("", 0xcbf29ce484222325)]
    [InlineData("a", 0xaf63dc4c8601ec8c)]
    [InlineData("foobar", 0x85944171f73967e8)]
    public void PurposesAreHashedByThePublishedFnv1a(string text, ulong hash) => Assert.Equal(hash, RandomStream.HashOf(text));

    [Fact]
    public void TheFirstWordsAreThoseOfAnIndependentImplementation()
    {
        // From Philox4x32-10 and FNV-1a written in Python.
        var random = new RandomStream(0x0123456789ABCDEF, "anchors");
        uint[] expected = [0x079cdbfe, 0x4b50424f, 0xfc38d21d, 0xc0d7fb4f, 0x6dd50292, 0x17fd87aa, 0x4db2fa6d, 0x7eb10808];
        Assert.Equal(expected, expected.Select(_ => random.NextUInt32()));
    }

    [Fact]
    public void TheFirstUniformsAndNormalsAreThoseOfAnIndependentImplementation()
    {
        var random = new RandomStream(42, "anchors");
        double[] uniforms = [0.07085336437238676, 0.2995469200569295, 0.3555894895441222, 0.004452137855230132];
        Assert.Equal(uniforms, uniforms.Select(_ => random.NextDouble()));

        // Logarithm, sine and cosine may differ by a unit in the last place between mathematics libraries.
        const double libraries = 1e-15;
        random = new RandomStream(42, "anchors");
        Assert.Equal(-0.11743135289688843, random.NextNormal(), libraries);
        Assert.Equal(0.3649483493909534, random.NextNormal(), libraries);
    }

    [Property]
    public bool TheSameSeedAndPurposeGiveTheSameNumbers(ulong seed, string? purpose)
    {
        var text = purpose ?? "";
        return Words(seed, text, 50).SequenceEqual(Words(seed, text, 50));
    }

    [Property]
    public bool NumbersDoNotDependOnHowManyAreDrawnAtATime(ulong seed)
    {
        var words = Words(seed, "cut", 12);
        var random = new RandomStream(seed, "cut");
        // One word, then pairs that straddle the generator's blocks of four.
        return random.NextUInt32() == words[0]
            && random.NextUInt64() == Pair(1)
            && random.NextUInt64() == Pair(3)
            && random.NextDouble().Equals((Pair(5) >> 11) / (double)(1UL << 53))
            && random.NextUInt32() == words[7]
            && random.NextUInt64() == Pair(8);

        ulong Pair(int first) => ((ulong)words[first] << 32) | words[first + 1];
    }

    [Fact]
    public void StreamsOfDifferentPurposesAndSeedsDoNotOverlap()
    {
        // Among 60,000 windows of 64 bits two are equal by chance once in 10 billion.
        var seen = new HashSet<ulong>();
        foreach (var (seed, purpose) in new[] { (1UL, "anchors"), (1UL, "null"), (2UL, "anchors"), (1UL, "anchors2"), (1UL, ""), (1UL << 32, "anchors") })
        {
            var words = Words(seed, purpose, 10_001);
            for (var i = 0; i < 10_000; i++) Assert.True(seen.Add(((ulong)words[i] << 32) | words[i + 1]), $"{seed} {purpose} {i}");
        }
    }

    [Fact]
    public void UniformsHaveTheMomentsOfTheUniformDistribution()
    {
        var random = new RandomStream(1, "uniform");
        double sum = 0, squares = 0, smallest = 1, largest = 0;
        for (var i = 0; i < Draws; i++)
        {
            var draw = random.NextDouble();
            sum += draw - 0.5;
            squares += (draw - 0.5) * (draw - 0.5);
            smallest = Math.Min(smallest, draw);
            largest = Math.Max(largest, draw);
        }

        AssertNear(0, sum / Draws, Math.Sqrt(1.0 / 12 / Draws));
        // The fourth central moment is 1/80.
        AssertNear(1.0 / 12, squares / Draws, Math.Sqrt((1.0 / 80 - 1.0 / 144) / Draws));
        Assert.InRange(smallest, 0, 20.0 / Draws);
        Assert.InRange(largest, 1 - 20.0 / Draws, 1 - 1.0 / (1UL << 53));
    }

    [Fact]
    public void NormalsHaveTheMomentsOfTheNormalDistribution()
    {
        var random = new RandomStream(1, "normal");
        double sum = 0, squares = 0, cubes = 0, fourths = 0, products = 0, previous = 0;
        var beyond = 0;
        for (var i = 0; i < Draws; i++)
        {
            var draw = random.NextNormal();
            sum += draw;
            squares += draw * draw;
            cubes += draw * draw * draw;
            fourths += draw * draw * draw * draw;
            products += draw * previous;
            previous = draw;
            if (Math.Abs(draw) > 3) beyond++;
        }

        // The variances of a normal's powers: 1, 2, 15 and 96; of a product of two, 1.
        AssertNear(0, sum / Draws, Math.Sqrt(1.0 / Draws));
        AssertNear(1, squares / Draws, Math.Sqrt(2.0 / Draws));
        AssertNear(0, cubes / Draws, Math.Sqrt(15.0 / Draws));
        AssertNear(3, fourths / Draws, Math.Sqrt(96.0 / Draws));
        AssertNear(0, products / Draws, Math.Sqrt(1.0 / Draws));
        const double tail = 0.0026997960632601866;
        AssertNear(tail, (double)beyond / Draws, Math.Sqrt(tail * (1 - tail) / Draws));
    }

    [Fact]
    public void WholeNumbersBelowABoundAreEquallyLikely()
    {
        // Exceeded once in a million by chi-square with 6 degrees of freedom.
        const double limit = 38.26;
        const int bound = 7, draws = 700_000;
        var random = new RandomStream(5, "below");
        var counts = new double[bound];
        for (var i = 0; i < draws; i++) counts[random.NextBelow(bound)]++;
        Assert.InRange(counts.Sum(count => (count - draws / bound) * (count - draws / bound) / (draws / bound)), 0, limit);
    }

    [Fact]
    public void ABoundThatDoesNotDivideTheRangeOfTheGeneratorIsNotBiased()
    {
        // 2^64 is 8/3 of this bound, so plain remainders would fall into its thirds as 3 : 3 : 2.
        const long bound = 3L << 61;
        const int draws = 30_000;
        // Exceeded once in a million by chi-square with 2 degrees of freedom.
        const double limit = 27.63;
        var random = new RandomStream(5, "thirds");
        var counts = new double[3];
        for (var i = 0; i < draws; i++) counts[random.NextBelow(bound) / (1L << 61)]++;
        Assert.InRange(counts.Sum(count => (count - draws / 3) * (count - draws / 3) / (draws / 3)), 0, limit);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(long.MaxValue)]
    public void DrawsStayBelowTheirBound(long bound)
    {
        var random = new RandomStream(5, "bound");
        for (var i = 0; i < 1000; i++) Assert.InRange(random.NextBelow(bound), 0, bound - 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void NothingLiesBelowZero(long bound) => Assert.Throws<ArgumentOutOfRangeException>(() => new RandomStream(1, "a").NextBelow(bound));

    private static uint[] Words(ulong seed, string purpose, int count)
    {
        var random = new RandomStream(seed, purpose);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextUInt32())];
    }

    private static void AssertNear(double expected, double actual, double standardDeviation) =>
        Assert.InRange(actual, expected - Deviations * standardDeviation, expected + Deviations * standardDeviation);
}
