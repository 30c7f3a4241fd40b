using System.Globalization;
using Infoscope.Acceptance.Tests.Processes;
using Infoscope.Testing;

namespace Infoscope.Acceptance.Tests;

/// <summary>The plan that names no estimator runs all that its inputs allow.</summary>
public sealed class AllEstimatorsTests
{
    private static readonly string Root = Repository.PathOf(typeof(AllEstimatorsTests).Assembly);

    [Fact]
    public void TheDigitsPlanOfAllRunsTwoEstimatorsOnEverySetAndLeavesOneOutInOneLine()
    {
        var run = HostProcess.Run(Root, "compare", "samples/digits-all.json", "--format", "jsonl");
        var line = Assert.Single(run.Errors, line => line.StartsWith("lasso", StringComparison.Ordinal));
        Assert.Equal(
            $"lasso is left out: lasso needs sequences and {Path.Combine(Root, "samples", "data", "digits", "tanh-true", "epoch0000.npz")}:layer1 has no sequence axis; " +
            "give activations of shape (sequences, length, features), --sequences rows for one sequence, or --sequences FILE.",
            line);
        Assert.Equal(
            from layer in Enumerable.Range(1, 5)
            from step in new[] { "0", "39", "1500" }
            from estimator in new[] { "diffusion-spectral", "soft-entropy" }
            from quantity in new[] { "entropy", "mutual-information" }
            select ($"layer{layer}", step, estimator, quantity),
            from row in run.Rows
            where row.GetProperty("against").GetString() == "" && (row.GetProperty("quantity").GetString(), row.GetProperty("label_set").GetString()) is ("entropy", "") or ("mutual-information", "digit")
            let place = (row.GetProperty("layer").GetString()!, row.GetProperty("step").GetString()!, row.GetProperty("estimator").GetString()!, row.GetProperty("quantity").GetString()!)
            orderby place.Item1, int.Parse(place.Item2, CultureInfo.InvariantCulture), place.Item3, place.Item4
            select place);
    }

    [Fact]
    public void TheTableOfAllHasATableForEachEstimator()
    {
        var run = HostProcess.Run(Root, "compare", "samples/digits-all.json");
        foreach (var title in new[] { "entropy H(Z), in nats, by ", "mutual information I(Y;Z), Y = digit, in nats, by " })
        {
            foreach (var estimator in new[] { "diffusion-spectral", "soft-entropy" }) Assert.Equal(15, PrintedTable.Lines(run.Output, title + estimator).Count);
        }
    }
}
