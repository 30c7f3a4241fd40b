using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Infoscope.Plugins.SoftEntropy.Rows;
using Infoscope.Plugins.SoftEntropy.Temperatures;
using Infoscope.Plugins.SoftEntropy.Tests.References;

namespace Infoscope.Plugins.SoftEntropy.Tests.Temperatures;

public sealed class TemperatureTests
{
    private const double RelativeTolerance = 1e-9;

    public static IEnumerable<object[]> Pairs => TemperatureTable.Pairs;

    [Theory]
    [MemberData(nameof(Pairs))]
    public void ExactAgreesWithFortyDigitArithmetic(int anchors, int dimensions)
    {
        var expected = TemperatureTable.Exact(anchors, dimensions);
        Assert.Equal(expected, Resolved("exact", anchors, dimensions), RelativeTolerance * expected);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void BoundsAgreesWithThePublishedLibraryWhereThatGivesATemperature(int anchors, int dimensions)
    {
        if (TemperatureTable.PublishedBounds(anchors, dimensions) is not { } expected) return;
        Assert.Equal(expected, Resolved("bounds", anchors, dimensions), RelativeTolerance * expected);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void LeadingOrderIsItsFormula(int anchors, int dimensions)
    {
        var expected = TemperatureTable.LeadingOrder(anchors, dimensions);
        Assert.Equal(expected, Resolved("leading-order", anchors, dimensions), 1e-14 * expected);
    }

    [Fact]
    public void BoundsIsThereWhereThePublishedBracketFails()
    {
        Assert.Null(TemperatureTable.PublishedBounds(1000, 3));
        Assert.Equal(1.35335329e-7, Resolved("bounds", 1000, 3), 1e-15);
    }

    [Fact]
    public void ExactIsRightWhereThePublishedExactUnderflows()
    {
        var expected = TemperatureTable.Exact(100, 12288);
        Assert.True(TemperatureTable.PublishedExact(100, 12288) < expected / 50);
        Assert.Equal(expected, Resolved("exact", 100, 12288), RelativeTolerance * expected);
    }

    [Property(MaxTest = 300)]
    public Property ExactSolvesItsEquation() => Prop.ForAll(AnchorsAndDimensions, shape =>
    {
        var (anchors, dimensions) = shape;
        var divergence = VonMisesFisher.Divergence(1 / Resolved("exact", anchors, dimensions), dimensions);
        return Math.Abs(divergence - Math.Log(anchors)) < 1e-10 * Math.Log(anchors);
    });

    [Property(MaxTest = 300)]
    public Property BoundsSolvesItsEquation() => Prop.ForAll(AnchorsAndDimensions, shape =>
    {
        var (anchors, dimensions) = (shape.Anchors, Math.Max(3, shape.Dimensions));
        var divergence = VonMisesFisher.DivergenceLowerBound(1 / Resolved("bounds", anchors, dimensions), dimensions);
        return Math.Abs(divergence - Math.Log(anchors)) < 1e-12 * Math.Log(anchors);
    });

    [Property(MaxTest = 300)]
    public Property TheRulesAreOrdered() => Prop.ForAll(AnchorsAndDimensions, shape =>
    {
        var (anchors, dimensions) = (shape.Anchors, Math.Max(3, shape.Dimensions));
        return Resolved("bounds", anchors, dimensions) < Resolved("exact", anchors, dimensions)
            && Resolved("exact", anchors, dimensions) < Resolved("leading-order", anchors, dimensions);
    });

    [Theory]
    [InlineData("0.01", 0.01)]
    [InlineData("1e6", 1e6)]
    public void ANumberIsTakenAsItIs(string text, double expected) => Assert.Equal(expected, Resolved(text, 100, 64));

    [Theory]
    [InlineData("0.01")]
    public void ANumberWorksForOneFeature(string text) => Assert.Equal(0.01, Resolved(text, 100, 1));

    [Theory]
    [InlineData("exakt")]
    [InlineData("Exact")]
    [InlineData("find_eps")]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-0.1")]
    [InlineData("nan")]
    [InlineData("Infinity")]
    [InlineData("1e-320")]
    public void AMisspeltTemperatureIsRefusedWithWhatIsAllowed(string text)
    {
        var exception = Assert.Throws<OptionException>(() => Temperature.Parse(text, "soft-entropy"));
        Assert.Equal($"soft-entropy.temperature is '{text}'; allowed is exact, bounds, leading-order, or a number above 0.", exception.Message);
    }

    [Fact]
    public void BoundsIsRefusedForTwoFeaturesInOneSentence()
    {
        var exception = Assert.Throws<OptionException>(() => Resolved("bounds", 100, 2));
        Assert.Equal("soft-entropy.temperature is 'bounds', but the bound has no meaning for 2 features; use exact, leading-order or a number.", exception.Message);
    }

    [Theory]
    [InlineData("exact")]
    [InlineData("bounds")]
    [InlineData("leading-order")]
    public void ARuleIsRefusedForOneFeature(string rule)
    {
        var exception = Assert.Throws<OptionException>(() => Resolved(rule, 100, 1));
        Assert.Contains("1 feature", exception.Message);
    }

    [Fact]
    public void TheTextSaysValueAndRule() =>
        Assert.Equal("0.0370494750218 (exact)", Temperature.Parse("exact", "soft-entropy").Resolve(100, FeatureSplit.Of(64, 1, "soft-entropy"), "soft-entropy").ToString());

    private static Arbitrary<(int Anchors, int Dimensions)> AnchorsAndDimensions { get; } = Arb.From(
        from anchors in Gen.Elements(2, 3, 10, 117, 1000, 100_000)
        from dimensions in Gen.OneOf(Gen.Choose(2, 12), Gen.Choose(13, 1000), Gen.Choose(1001, 20_000))
        select (anchors, dimensions),
        shape => from dimensions in new[] { 2, shape.dimensions / 2, shape.dimensions - 1 } where dimensions >= 2 && dimensions < shape.dimensions select (shape.anchors, dimensions));

    private static double Resolved(string text, int anchors, int dimensions) => Temperature.Parse(text, "soft-entropy").Resolve(anchors, FeatureSplit.Of(dimensions, 1, "soft-entropy"), "soft-entropy").Value;
}
