using Infoscope.Engine.Studies;

namespace Infoscope.Engine.Tests.Studies;

public sealed class PowerLawTests
{
    private static IEnumerable<SizedModel> Models(Func<int, double> value, Func<int, double?>? ceiling = null, Func<int, double?>? nullMean = null) =>
        PythiaSizes.Dimensions.Select((d, i) => new SizedModel { Size = PythiaSizes.Sizes[i], Row = Rows.Of("", value(d)) with { Ceiling = ceiling?.Invoke(d), NullMean = nullMean?.Invoke(d) } });

    [Fact]
    public void AShareOfTheCeilingFollowsTheLawOfTheDimension()
    {
        var law = PowerLaw.Of(Models(d => 0.4 * PythiaSizes.Isotropic(32, d), d => PythiaSizes.Isotropic(32, d)));
        Assert.Equal(law.Ceiling!.Slope, law.Value.Slope, 1e-12);
        Assert.False(law.DiffersFromCeiling);
        Assert.Equal(0, law.OverCeiling!.Slope, 1e-12);
    }

    [Fact]
    public void AnotherLawDiffersFromThatOfTheDimension()
    {
        var law = PowerLaw.Of(Models(d => 0.4 / Math.Sqrt(d), d => PythiaSizes.Isotropic(32, d), d => PythiaSizes.Isotropic(32, d) / 2));
        Assert.True(law.DiffersFromCeiling);
        Assert.True(law.DiffersFromNullMean);
        Assert.Equal(law.Value.Slope - law.Ceiling!.Slope, law.OverCeiling!.Slope, 1e-12);
    }

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
