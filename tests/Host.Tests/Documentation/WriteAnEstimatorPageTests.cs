using System.Diagnostics;
using System.Text.RegularExpressions;
using Infoscope.Testing;

namespace Infoscope.Host.Tests.Documentation;

/// <summary>A plugin in a folder outside the repository, made from the page alone: built, compared, verified, broken and verified again.</summary>
public sealed class WriteAnEstimatorPageTests : IDisposable
{
    private const string Plugin = "Winner/bin/Release/net10.0";

    private static readonly string Page = File.ReadAllText(Root("docs", "write-an-estimator.md"));

    private readonly Workspace files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void ThePluginOfThePageIsVerifiedAndItsBrokenTwinIsNot()
    {
        files.Write("Winner/Winner.csproj", Blocks("xml")[0].Replace("PATH/TO/infoscope", Root(), StringComparison.Ordinal));
        files.Write("Winner/WinnerEstimator.cs", Blocks("csharp")[0]);
        files.Write("Winner/WinnerEstimation.cs", Blocks("csharp")[1]);
        Build();

        files.Npy("acts.npy", [4, 2], [3f, 4, 1, 0, 6, 8, 5, 2]);
        files.Npy("y.npy", [4], [0L, 1, 0, 1]);
        var compared = files.Compare("acts.npy", "--labels", "y=y.npy", "--plugin", Plugin, "--estimators", "winner").Done();
        Assert.Equal(Math.Log(2), compared.Rows.Single(row => row["quantity"] == "mutual-information").Number("value"), 1e-12);

        var verified = files.Run("verify", Plugin).Done();
        Assert.Contains($"\n{Blocks("")[^2].TrimEnd()}\n", verified.Output, StringComparison.Ordinal);

        files.Write("Winner/WinnerEstimation.cs", Broken(Blocks("csharp")[1]));
        Build();
        var falsified = files.Run("verify", Plugin);
        Assert.Equal(2, falsified.ExitCode);
        Assert.Contains($"\n{Blocks("")[^1].TrimEnd()}\n", falsified.Output, StringComparison.Ordinal);
    }

    // As the page says: the lines on ties give way to one that has none.
    private static string Broken(string code)
    {
        var broken = code
            .Replace("            if (unit == 0 || row[unit] < row[winner]) continue;\n            isShared = row[unit] == row[winner];\n            winner = unit;\n", Blocks("csharp")[2], StringComparison.Ordinal)
            .Replace("        var isShared = false;\n", "", StringComparison.Ordinal)
            .Replace("return isShared ? null : winner;", "return winner;", StringComparison.Ordinal);
        Assert.DoesNotContain("isShared", broken, StringComparison.Ordinal);
        return broken;
    }

    private static string[] Blocks(string language) =>
    [
        .. Regex.Matches(Page, @"^```(\w*)\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)
            .Where(block => block.Groups[1].Value == language)
            .Select(block => block.Groups[2].Value),
    ];

    private static string Root(params string[] parts) => Repository.PathOf(typeof(WriteAnEstimatorPageTests).Assembly, parts).TrimEnd(Path.DirectorySeparatorChar);

    // Without the contract, which is built and may be in use by other tests.
    private void Build()
    {
        var start = new ProcessStartInfo("dotnet", ["build", "-c", "Release", "--no-dependencies", files.PathOf("Winner")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output + errors.Result);
    }
}
