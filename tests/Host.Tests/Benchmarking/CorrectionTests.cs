using System.Globalization;
using System.Text.RegularExpressions;
using Infoscope.Testing;

namespace Infoscope.Host.Tests.Benchmarking;

/// <summary>The corrections of binning on a distribution of known entropy: the command of its page.</summary>
public sealed class CorrectionTests : IDisposable
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf(typeof(CorrectionTests).Assembly, "docs", "estimators", "binning.md"));

    private static readonly string[] Command = Regex.Match(Page, "^infoscope (benchmark .*)$", RegexOptions.Multiline).Groups[1].Value.Split(' ');

    private readonly Workspace files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void EveryCorrectionHasLessBiasThanTheFrequencies()
    {
        var bias = files.Run([.. Command, "--format", "csv"]).Done().Rows.ToDictionary(row => row["variant"], row => double.Parse(row["bias"], CultureInfo.InvariantCulture));
        Assert.Equal(
            new[] { "chao-shen", "grassberger", "jackknife", "james-stein", "miller-madow", "nsb", "plug-in" }.Select(name => $"correction={name}"),
            bias.Keys.Order(StringComparer.Ordinal));
        var plugIn = bias["correction=plug-in"];
        Assert.True(plugIn < 0);
        // Miller and Madow leave most of it, the others less than half.
        Assert.InRange(Math.Abs(bias["correction=miller-madow"]), 0, 0.7 * -plugIn);
        Assert.All(bias.Where(one => one.Key is not ("correction=plug-in" or "correction=miller-madow")), one => Assert.InRange(Math.Abs(one.Value), 0, 0.5 * -plugIn));
    }

    [Fact]
    public void ThePageShowsWhatIsPrinted()
    {
        var shown = Regex.Match(Page, @"\ninfoscope benchmark .*\n```\n```\n(.*?)\n\.\.\.\n```", RegexOptions.Singleline).Groups[1].Value;
        var lines = Lines(shown);
        Assert.Equal(2 + 1 + 7, lines.Length);
        Assert.Subset(Lines(files.Run(Command).Done().Output).ToHashSet(), lines.ToHashSet());
    }

    // Seconds, at the end of a line, are another time's, and their width may move the line under the header.
    private static string[] Lines(string text) =>
        [.. text.Split('\n').Select(line => Regex.Replace(Regex.Replace(line.TrimEnd(), @" \d+\.\d{3}$", ""), " +", " ")).Where(line => line.Trim('─', ' ').Length > 0)];
}
