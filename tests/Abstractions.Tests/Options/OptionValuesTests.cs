using System.Globalization;
using FsCheck.Xunit;

namespace Infoscope.Tests.Options;

public sealed class OptionValuesTests
{
    [Fact]
    public void WithoutSettingsTheRecordHasItsDefaults() => Assert.Equal(new SampleOptions(), OptionValues.None("sample").Bind<SampleOptions>());

    [Fact]
    public void AnOptionOfEveryTypeIsBound()
    {
        var array = new NumericArray("w.npy", [1], new[] { 1.5 });
        var values = new OptionValues(
            "sample",
            new Dictionary<string, string>
            {
                ["anchors"] = "200", ["largest-row"] = "9007199254740993", ["bandwidth"] = "-2.5e-3", ["normalize"] = "false", ["temperature"] = "bounds",
                ["comment"] = "", ["mode"] = "exact", ["anchors-file"] = "w.npy:key", ["neighbours"] = "-7", ["radius"] = "0.25",
            },
            text => text == "w.npy:key" ? array : throw new OptionException(text));
        var expected = new SampleOptions
        {
            Anchors = 200, LargestRow = 9007199254740993, Bandwidth = -2.5e-3, Normalize = false, Temperature = "bounds",
            Comment = "", Mode = SampleMode.Exact, AnchorsFile = array, Neighbours = -7, Radius = 0.25,
        };
        Assert.Equal(expected, values.Bind<SampleOptions>());
        Assert.Equal(expected, values.Bind(typeof(SampleOptions)));
    }

    [Property]
    public bool AnyNumberSurvivesItsText(FsCheck.NormalFloat number)
    {
        var value = number.Get > 10.5 ? -number.Get : number.Get;
        return Set("bandwidth", value.ToString("R", CultureInfo.InvariantCulture)).Bind<SampleOptions>().Bandwidth.Equals(value);
    }

    [Theory]
    [InlineData("anchors", "1", "a whole number, 2 to 1000")]
    [InlineData("anchors", "1001", "a whole number, 2 to 1000")]
    [InlineData("anchors", "2.5", "a whole number, 2 to 1000")]
    [InlineData("anchors", "1,000", "a whole number, 2 to 1000")]
    [InlineData("anchors", "3000000000", "a whole number, 2 to 1000")]
    [InlineData("anchors", "", "a whole number, 2 to 1000")]
    [InlineData("largest-row", "-1", "a whole number, at least 0")]
    [InlineData("bandwidth", "10.6", "a number, at most 10.5")]
    [InlineData("bandwidth", "0,5", "a number, at most 10.5")]
    [InlineData("bandwidth", "NaN", "a number, at most 10.5")]
    [InlineData("bandwidth", "-Infinity", "a number, at most 10.5")]
    [InlineData("bandwidth", "-1e999", "a number, at most 10.5")]
    [InlineData("normalize", "yes", "true | false")]
    [InlineData("mode", "LeadingOrder", "exact | leading-order")]
    [InlineData("mode", "1", "exact | leading-order")]
    [InlineData("neighbours", "many", "a whole number")]
    public void AValueThatIsNotAllowedIsRefusedWithWhatIs(string name, string text, string allowed)
    {
        var failure = Assert.Throws<OptionException>(() => Set(name, text).Bind<SampleOptions>());
        Assert.Equal($"sample.{name} is '{text}'; allowed is {allowed}.", failure.Message);
    }

    [Theory]
    [InlineData("anchors", "2")]
    [InlineData("anchors", "1000")]
    [InlineData("bandwidth", "10.5")]
    public void TheEndsOfARangeAreAllowed(string name, string text) => Assert.Equal(text, Set(name, text).Resolve(typeof(SampleOptions))[name]);

    [Fact]
    public void AnUnknownNameIsRefusedWithTheNamesThereAreAndTheNearest()
    {
        var failure = Assert.Throws<OptionException>(() => Set("anchor", "5").Bind<SampleOptions>());
        Assert.Equal(
            "sample has no option 'anchor'; it has anchors, anchors-file, bandwidth, comment, largest-row, mode, neighbours, normalize, radius, temperature. Did you mean 'anchors'?",
            failure.Message);
    }

    [Theory]
    [InlineData("tempreature", "temperature")]
    [InlineData("bandwith", "bandwidth")]
    [InlineData("Mode", "mode")]
    [InlineData("not-an-option", null)]
    [InlineData("x", null)]
    [InlineData("", null)]
    public void OnlyAProbableNameIsSuggested(string typed, string? meant)
    {
        var failure = Assert.Throws<OptionException>(() => Set(typed, "5").Bind<SampleOptions>());
        if (meant is null) Assert.DoesNotContain("Did you mean", failure.Message, StringComparison.Ordinal);
        else Assert.EndsWith($"Did you mean '{meant}'?", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void APluginWithoutOptionsSaysSo() =>
        Assert.Equal("sample has no option 'anchors'; it has no options.", Assert.Throws<OptionException>(() => Set("anchors", "5").Bind<NoOptions>()).Message);

    [Fact]
    public void ATypeThatAnOptionCannotHaveIsRefused() =>
        Assert.Contains("has the type Decimal", Assert.Throws<OptionException>(() => Set("price", "5").Bind<UnusableOptions>()).Message, StringComparison.Ordinal);

    [Fact]
    public void APropertyThatCannotBeSetIsRefused() =>
        Assert.Contains("UnusableOptions.Constant needs an init or set accessor", Assert.Throws<OptionException>(() => Set("constant", "5").Bind<UnusableOptions>()).Message, StringComparison.Ordinal);

    [Fact]
    public void ResolvingGivesEveryOptionAsItWillBeUsed()
    {
        var array = new NumericArray("w.npy", [2], [1L, 2]);
        var resolved = new OptionValues("sample", new Dictionary<string, string> { ["anchors"] = "7", ["anchors-file"] = "w.npy", ["radius"] = "1e-1" }, _ => array).Resolve(typeof(SampleOptions));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["anchors"] = "7", ["largest-row"] = "5000000000", ["bandwidth"] = "0.1", ["normalize"] = "true", ["temperature"] = "exact", ["comment"] = "",
                ["mode"] = "leading-order", ["anchors-file"] = $"w.npy sha256:{array.ContentHash()}", ["neighbours"] = "", ["radius"] = "0.1",
            },
            resolved);
    }

    [Fact]
    public void WhatWasSetDoesNotChangeAfterwards()
    {
        var texts = new Dictionary<string, string> { ["anchors"] = "7" };
        var values = new OptionValues("sample", texts, _ => throw new OptionException("none"));
        texts["anchors"] = "8";
        Assert.Equal(7, values.Bind<SampleOptions>().Anchors);
    }

    [Theory]
    [InlineData("Anchors", "anchors")]
    [InlineData("AnchorsFile", "anchors-file")]
    [InlineData("UseGPU", "use-gpu")]
    [InlineData("GPUCount", "gpu-count")]
    [InlineData("K", "k")]
    [InlineData("Top5", "top5")]
    [InlineData("", "")]
    public void NamesAreInLowerCaseWithHyphens(string name, string expected) => Assert.Equal(expected, OptionValues.KebabCase(name));

    private static OptionValues Set(string name, string text) =>
        new("sample", new Dictionary<string, string> { [name] = text }, file => throw new OptionException(file));

    private sealed record NoOptions;

    private sealed record UnusableOptions
    {
        [Option("A type that is not allowed.")]
        public decimal Price { get; init; }

        [Option("No accessor.")]
        public int Constant => 5;
    }
}
