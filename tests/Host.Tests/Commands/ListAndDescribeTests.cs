using Infoscope.Testing;

namespace Infoscope.Host.Tests.Commands;

public sealed class ListAndDescribeTests : IDisposable
{
    private readonly Workspace files = new();
    private readonly StagedPlugins staged = new("NoCodeOnList");

    public void Dispose()
    {
        files.Dispose();
        staged.Dispose();
    }

    [Fact]
    public void ListShowsWhatIsThereAndRunsNoPluginCode()
    {
        var marker = files.PathOf("marker");
        files.Environment["INFOSCOPE_FIXTURE_MARKER"] = marker;
        var plugin = staged.PathOf("NoCodeOnList");
        var run = files.Run("list", "--plugin", plugin).Done();
        Assert.Equal("", run.Errors);
        Assert.False(File.Exists(marker), "list ran code of a plugin");
        Assert.Contains("  leaves-a-mark  Leaves a file behind when it is loaded.", run.OutputLines);
        Assert.Contains("      entropy, rows-observed", run.OutputLines);
        Assert.Contains("  marks-labels:TOKENS[:pad=PAD]  Marks labels.", run.OutputLines);
        Assert.Contains("  ngram:N:TOKENS[:pad=PAD]  The n-gram of token ids that ends at the position.", run.OutputLines);
        Assert.StartsWith("  cpu  ", run.OutputLines[Array.IndexOf(run.OutputLines, "Devices") + 1]);

        files.Run("describe", "leaves-a-mark", "--plugin", plugin).Done();
        Assert.True(File.Exists(marker), "describe loads the plugin, or this test could not fail");
    }

    [Fact]
    public void ListWritesJsonLines()
    {
        var objects = files.Run("list", "--format", "jsonl").Done().Objects;
        Assert.Equal(["device", "estimator", "label-source"], objects.Select(one => one.GetProperty("kind").GetString()!).Distinct().Order());
        Assert.Contains(objects, one => one.GetProperty("id").GetString() == "soft-entropy" && one.GetProperty("quantities").EnumerateArray().Any(quantity => quantity.GetString() == "mutual-information"));
        Assert.Contains(objects, one => one.GetProperty("id").GetString() == "next");
        files.Run("list", "--format", "jsnl").AssertRefused("--format is 'jsnl'; did you mean jsonl?");
    }

    [Fact]
    public void DescribeShowsOptionsAndClaims()
    {
        var lines = files.Run("describe", "soft-entropy").Done().OutputLines;
        Assert.Contains("Options (--set soft-entropy.OPTION=VALUE)", lines);
        Assert.Contains("      allowed: a whole number, at least 2; default: 100", lines);
        Assert.Contains("      allowed: FILE or FILE:KEY; default: none", lines);
        Assert.Contains(lines, line => line.StartsWith("      allowed: exact | bounds | leading-order | ", StringComparison.Ordinal) && line.EndsWith("default: exact", StringComparison.Ordinal));
        Assert.Contains("  ChainRule  Exact", lines);
        Assert.Contains("  Translation: a shift changes the directions of the rows", lines);
    }

    [Fact]
    public void DescribeShowsTheConditionsOfClaims()
    {
        files.Environment["INFOSCOPE_FIXTURE_MARKER"] = files.PathOf("marker");
        var lines = files.Run("describe", "leaves-a-mark", "--plugin", staged.PathOf("NoCodeOnList")).Done().OutputLines;
        Assert.Contains("  ChainRule  InDistribution of entropy, when ink=blue", lines);
        Assert.Contains("  Isometry of entropy: Ink runs.", lines);
    }

    [Fact]
    public void DescribeShowsHowALabelSourceIsUsed() =>
        Assert.Contains("Usage:   --labels NAME=ngram:N:TOKENS[:pad=PAD]", files.Run("describe", "ngram").Done().OutputLines);

    [Fact]
    public void DescribeSuggestsWhatWasMeant() =>
        files.Run("describe", "soft-entrpy").AssertRefused("there is no estimator or label source 'soft-entrpy'; did you mean soft-entropy?");
}
