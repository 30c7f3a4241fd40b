namespace Infoscope.Plugins.Lasso.Tests.Estimator;

/// <summary>What is true of the sample of a language model.</summary>
public sealed class LanguageModelSampleTests
{
    private static readonly LassoRun All = LanguageModelSample.Read();

    private static readonly LassoRun Attended = All with { Sequences = [.. All.Sequences.Take(8)] };

    [Theory]
    [InlineData("lambda", "0.0001")]
    [InlineData("lambda-ratio", "0.1")]
    [InlineData("top-k", "5")]
    public void SelectedTokensRetainMoreThanTheMostAttendedOnesOrRandomOnes(string option, string value)
    {
        // Measured: 0.67, 0.52, 0.48; 0.38, 0.18, 0.16; 0.27, 0.09, 0.07.
        var table = Attended.With(option, value).Estimate();
        var selected = table["information-retained"];
        var random = table.Find("information-retained", "random tokens")!;
        Assert.True(selected > table["information-retained", "attention"] + 0.1);
        Assert.True(selected > random.Value.Number + 3 * random.DrawStandardDeviation);
        Assert.True(table["refit-residual"] < table["refit-residual", "attention"]);
        Assert.True(table["removal-loss"] > table["removal-loss", "random tokens"]);
    }

    [Fact]
    public void AttentionRetainsLittleMoreThanChance()
    {
        // Measured: 0.085 against 0.072 with a spread of 0.021.
        var table = Attended.With("top-k", "5").Estimate();
        var random = table.Find("information-retained", "random tokens")!;
        Assert.InRange(table["information-retained", "attention"], random.Value.Number - 2 * random.DrawStandardDeviation!.Value, random.Value.Number + 2 * random.DrawStandardDeviation.Value);
    }

    [Fact]
    public void ThePublishedPenaltySelectsMostOfTheTokensHere()
    {
        // Measured: 40.8 of 63 tokens at a hundredth of lambda max, 14.2 at a tenth.
        var all = All.With("random-sets", "2");
        var published = all.Estimate();
        Assert.InRange(published["selected-tokens"], 40, 42);
        Assert.InRange(published["lambda-ratio"], 0.0095, 0.0105);
        Assert.InRange(all.With("lambda-ratio", "0.1").Estimate()["selected-tokens"], 14, 14.5);
    }

    [Fact]
    public void InformationIsSpreadOverTheTokens()
    {
        // Measured: half of it takes 10.6 of 63 tokens, and the participation ratio is 27.
        var table = All.With("top-k", "5").With("random-sets", "2").Estimate();
        Assert.InRange(table["concentration-participation"], 26, 29);
        Assert.InRange(table["concentration-half"], 10, 11);
        Assert.InRange(table["information-gain-per-token"], 3.54, 3.55);
        Assert.Equal(["means over 128 sequences"], table.Notes);
    }
}
