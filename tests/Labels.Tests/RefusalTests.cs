namespace Infoscope.Plugins.Labels.Tests;

public sealed class RefusalTests
{
    public static TheoryData<string> Sources => ["ngram", "next"];

    [Theory]
    [MemberData(nameof(Sources))]
    public void RealNumbersAreNoTokens(string source)
    {
        var failure = Assert.Throws<OptionException>(() => Derive(source, new NumericArray("tokens.npy", [2, 2], [1.0, 2, 3, 4]), 1));
        Assert.Contains("tokens.npy holds real numbers", failure.Message, StringComparison.Ordinal);
        Assert.Contains("astype", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void AnArrayWithNoAxisIsRefused(string source) =>
        Assert.Throws<ActivationShapeException>(() => Derive(source, new NumericArray("tokens.npy", [], [1L]), 1));

    [Theory]
    [MemberData(nameof(Sources))]
    public void AnArrayWithThreeAxesIsRefused(string source)
    {
        var failure = Assert.Throws<ActivationShapeException>(() => Derive(source, new NumericArray("tokens.npy", [1, 2, 2], [1L, 2, 3, 4]), 1));
        Assert.Contains("shape (1, 2, 2)", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ngram", 0, 5)]
    [InlineData("ngram", 3, 0)]
    [InlineData("next", 0, long.MaxValue)]
    public void AnArrayWithoutTokensIsRefused(string source, long sequences, long length) =>
        Assert.Throws<ActivationShapeException>(() => Derive(source, new NumericArray("tokens.npy", [sequences, length], Array.Empty<long>()), 1));

    [Theory]
    [MemberData(nameof(Sources))]
    public void AnOrderOfZeroIsRefused(string source)
    {
        var failure = Assert.Throws<OptionException>(() => Derive(source, Requests.Array([1, 2, 3]), 0));
        Assert.Contains("n is 0", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ngram", 4, 3)]
    [InlineData("ngram", long.MaxValue, 3)]
    [InlineData("next", 3, 2)]
    [InlineData("next", long.MaxValue, 2)]
    public void AnOrderThatWouldLabelNoPositionIsRefusedWithTheLargestThatWould(string source, long order, long largest)
    {
        var tokens = Requests.Array([1, 2, 3]);
        var failure = Assert.Throws<OptionException>(() => Derive(source, tokens, order));
        Assert.Contains($"n is at most {largest} here", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, Derive(source, tokens, largest).Count);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void PadsThatLeaveNoLabelAreRefused(string source)
    {
        var failure = Assert.Throws<OptionException>(() => Derive(source, Requests.Array([5, 0, 5], [0, 5, 0]), 2, pad: 0));
        Assert.Contains("without the pad 0", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(9007199254740994.0)]
    public void APadThatIsNoExactWholeNumberIsRefused(double pad) =>
        Assert.Contains("a pad is a whole number", Assert.Throws<OptionException>(() => Derive("ngram", Requests.Array([1, 2]), 1, pad)).Message, StringComparison.Ordinal);

    private static LabelSet Derive(string source, NumericArray tokens, long order, double? pad = null)
    {
        ILabelSource labels = source == "ngram" ? new NgramSource() : new NextSource();
        return labels.Derive(Requests.Of(tokens, order, pad));
    }
}
