using Infoscope.Engine.Studies;

namespace Infoscope.Engine.Tests.Studies;

public sealed class PowerLawTests
{
    private static IEnumerable<SizedModel> Models(Func<int, double> value, Func<int, double?>? ceiling = null, Func<int, double?>? nullMean = null) =>
        PythiaSizes.Dimensions.Select((d, i) => new SizedModel { Size = PythiaSizes.Sizes[i], Row = Rows.Of("", value(d)) with { Ceiling = ceiling?.Invoke(d), NullMean = nullMean?.Invoke(d) } });

    [Fact]
    public void AShareOfTheCeilingFollowsTheLawOfTheDimension()
    {
        var law = PowerLaw.Of(Models(d => 0.4 * PythiaSizes.RightAngles(32, d), d => PythiaSizes.RightAngles(32, d)));
        Assert.Equal(law.Ceiling!.Slope, law.Value.Slope, 1e-12);
        Assert.False(law.DiffersFromCeiling);
        Assert.Equal(0, law.OverCeiling!.Slope, 1e-12);
    }

    [Fact]
    public void AnotherLawDiffersFromThatOfTheDimension()
    {
        var law = PowerLaw.Of(Models(d => 0.4 / Math.Sqrt(d), d => PythiaSizes.RightAngles(32, d), d => PythiaSizes.RightAngles(32, d) / 2));
        Assert.True(law.DiffersFromCeiling);
        Assert.True(law.DiffersFromNullMean);
        Assert.Equal(law.Value.Slope - law.Ceiling!.Slope, law.OverCeiling!.Slope, 1e-12);
    }

    [Fact]
    public void WhatTheDimensionMakesIsTakenOffBeforeTheSlopeIsJudged()
    {
        var made = PowerLaw.Of(OfIsotropic((_, _) => 0.4));
        Assert.Equal(made.Isotropic!.Slope, made.Value.Slope, 1e-12);
        Assert.False(made.DiffersFromIsotropic);
        // The interval of the values themselves is wide, for both laws bend.
        var other = PowerLaw.Of(OfIsotropic((_, size) => Math.Pow(size, 0.01)));
        Assert.False(other.Value.DiffersFrom(other.Isotropic!.Slope));
        Assert.Equal(0.01, other.OverIsotropic!.Slope, 1e-12);
        Assert.True(other.DiffersFromIsotropic);
        Assert.Null(other.ExceedsIsotropicDraws);
    }

    [Fact]
    public void ASlopeThatDrawsOfIsotropicRowsMakeIsNoDifference()
    {
        var steep = PowerLaw.Of(OfIsotropic((_, size) => Math.Pow(size, 0.01), relativeDeviation: 0.005));
        var logs = PythiaSizes.Sizes.Select(size => Math.Log(size)).ToArray();
        // Errors of one size: SD of the slope = relative SD / sqrt(Sxx).
        var deviation = 0.005 / Math.Sqrt(logs.Sum(log => Math.Pow(log - logs.Average(), 2)));
        Assert.Equal(deviation, steep.IsotropicSlopeDeviation!.Value, 1e-12);
        Assert.True(steep.DiffersFromIsotropic);
        var flat = PowerLaw.Of(OfIsotropic((_, size) => Math.Pow(size, 2.9 * deviation), relativeDeviation: 0.005));
        Assert.True(flat.OverIsotropic!.DiffersFrom(0));
        Assert.False(flat.DiffersFromIsotropic);
    }

    private static IEnumerable<SizedModel> OfIsotropic(Func<int, double, double> factor, double? relativeDeviation = null) => PythiaSizes.Dimensions.Zip(PythiaSizes.Sizes, (d, size) => new SizedModel
    {
        Size = size,
        Row = Rows.Of("", factor(d, size) * PythiaSizes.RightAngles(32, d)) with { Isotropic = PythiaSizes.RightAngles(32, d), IsotropicDeviation = relativeDeviation * PythiaSizes.RightAngles(32, d) },
    });

    [Fact]
    public void WithoutACeilingOfEachModelThereIsNoLawOfThem()
    {
        var law = PowerLaw.Of(Models(d => 1.0 / d, d => d == 2048 ? null : 1, d => d == 512 ? 0 : 0.1));
        Assert.Null(law.Ceiling);
        Assert.Null(law.OverCeiling);
        Assert.Null(law.DiffersFromCeiling);
        Assert.Null(law.NullMean);
        Assert.Null(law.DiffersFromNullMean);
    }

    [Fact]
    public void ModelsAreInTheOrderOfTheirSizes() =>
        Assert.Equal(PythiaSizes.Sizes, PowerLaw.Of(Models(d => 1.0 / d).Reverse()).Models.Select(model => model.Size));
}
