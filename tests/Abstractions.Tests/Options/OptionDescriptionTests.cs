namespace Infoscope.Tests.Options;

public sealed class OptionDescriptionTests
{
    [Fact]
    public void OptionsAreDescribedInTheOrderOfTheirProperties()
    {
        var described = OptionValues.Describe(typeof(SampleOptions)).Select(option => (option.Name, option.Allowed, option.Default));
        Assert.Equal(
            [
                ("anchors", "a whole number, 2 to 1000", "100"),
                ("largest-row", "a whole number, at least 0", "5000000000"),
                ("bandwidth", "a number, at most 10.5", "0.1"),
                ("normalize", "true | false", "true"),
                ("temperature", "exact | a number", "exact"),
                ("comment", "text", ""),
                ("mode", "exact | leading-order", "leading-order"),
                ("anchors-file", "FILE or FILE:KEY", ""),
                ("neighbours", "a whole number", ""),
                ("radius", "a number, at least 0", ""),
            ],
            described);
    }

    [Fact]
    public void ADescriptionCarriesItsSummary() => Assert.Equal("A whole number.", OptionValues.Describe(typeof(SampleOptions))[0].Summary);
}
