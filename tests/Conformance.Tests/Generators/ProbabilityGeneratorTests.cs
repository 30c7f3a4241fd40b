using FsCheck;
using FsCheck.Fluent;
using Infoscope.Conformance.Generators;

namespace Infoscope.Conformance.Tests.Generators;

public sealed class ProbabilityGeneratorTests
{
    private static readonly double[][] Vectors = Draws.From(ProbabilityGenerators.Vectors.Generator, 1, 3000);

    [Fact]
    public void EveryVectorIsADistribution() => Assert.All(Vectors, AssertDistribution);

    [Fact]
    public void TheSameSeedGivesTheSameVectors() => Assert.Equal(Draws.From(ProbabilityGenerators.Vectors.Generator, 1, 3000), Vectors);

    [Fact]
    public void VectorsOfEveryShapeOccur()
    {
        const int Often = 50;
        foreach (var length in Enumerable.Range(1, ProbabilityGenerators.MostEntries)) Assert.Contains(Vectors, vector => vector.Length == length);
        Assert.True(Vectors.Count(vector => vector.Length > 1 && vector.Contains(1)) > Often, "one-hot");
        Assert.True(Vectors.Count(vector => vector.Length > 1 && vector.Distinct().Count() == 1) > Often, "uniform");
        Assert.True(Vectors.Count(vector => vector.Contains(0) && vector.Max() < 1) > Often, "zeros");
        Assert.True(Vectors.Count(vector => vector.Any(entry => entry is > 0 and < 1e-100)) > Often, "tiny entries");
        Assert.True(Vectors.Count(vector => vector.Length > 2 && vector.Min() > 1e-4 && vector.Distinct().Count() == vector.Length) > Often, "flat");
        Assert.True(Vectors.Count(vector => vector.Length > 2 && vector.Min() > 0 && vector.Max() > 0.3 && vector.Zip(vector.Skip(1)).All(pair => pair.First >= pair.Second)) > Often, "falling");
    }

    [Fact]
    public void EveryShrunkVectorIsADistribution() => Assert.All(Vectors.Take(400).SelectMany(ProbabilityGenerators.Shrink), AssertDistribution);

    [Theory]
    [InlineData("any", "1")]
    [InlineData("two entries", "1 0")]
    [InlineData("two above zero", "0.5 0.5")]
    [InlineData("three above zero", "0.3333333333333333 0.3333333333333333 0.3333333333333333")]
    [InlineData("not uniform", "0.75 0.25")]
    [InlineData("a zero below two above", "0.5 0.5 0")]
    public void VectorsShrinkToOnesThatAPersonCanRead(string failing, string expected)
    {
        Func<double[], bool> fails = failing switch
        {
            "any" => _ => true,
            "two entries" => vector => vector.Length > 1,
            "two above zero" => vector => vector.Count(entry => entry > 0) > 1,
            "three above zero" => vector => vector.Count(entry => entry > 0) > 2,
            "not uniform" => vector => vector.Where(entry => entry > 0).Distinct().Count() > 1,
            _ => vector => vector.Contains(0) && vector.Max() < 1,
        };
        Assert.All(Vectors.Where(fails).Take(100), vector =>
        {
            var (smallest, tried) = Draws.Smallest(vector, ProbabilityGenerators.Shrink, fails);
            Assert.Equal(expected, string.Join(' ', smallest));
            Assert.InRange(tried, 0, 200);
        });
    }

    private static void AssertDistribution(double[] vector)
    {
        Assert.InRange(vector.Length, 1, ProbabilityGenerators.MostEntries);
        Assert.All(vector, entry => Assert.InRange(entry, 0, 1));
        Assert.InRange(Math.Abs(vector.Sum() - 1), 0, vector.Length * Math.ScaleB(1, -52));
    }
}
