using System.Text.RegularExpressions;
using Infoscope.Conformance;
using Infoscope.Testing;

namespace Infoscope.Samples.Tests;

/// <summary>The page on verify takes a sample for its known answer.</summary>
public sealed class VerifyPageTests
{
    [Fact]
    public void TheKnownAnswerOfThePageIsRight()
    {
        var estimates = Subject.Of(new WinnerEstimator()).Run(rows: [[0, 1], [1, 0]], labels: [0, 1]);
        var information = estimates.Estimates.Single(estimate => estimate.Quantity == Quantities.MutualInformation);
        Assert.Equal(Information.OfUniform(2).Nats, information.Value.Number, tolerance: 1e-12);
    }

    [Fact]
    public void ThePageShowsIt()
    {
        var shown = Regex.Matches(Text("docs", "verify.md"), "^```csharp\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline).Select(block => block.Groups[1].Value).Single(code => code.Contains(".Run(rows:", StringComparison.Ordinal));
        var test = Text("tests", "Samples.Tests", "VerifyPageTests.cs");
        Assert.All(shown.TrimEnd().Split('\n'), line => Assert.Contains($"        {line}\n", test, StringComparison.Ordinal));
    }

    private static string Text(params string[] parts) => File.ReadAllText(Repository.PathOf(typeof(VerifyPageTests).Assembly, parts));
}
