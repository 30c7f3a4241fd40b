using System.Globalization;
using Infoscope.Acceptance.Tests.Processes;
using Infoscope.Testing;

namespace Infoscope.Acceptance.Tests;

/// <summary>The plan that names no estimator runs all that its inputs allow.</summary>
public sealed class AllEstimatorsTests
{
    private static readonly string Root = Repository.PathOf(typeof(AllEstimatorsTests).Assembly);

    // Spectrum has other entropies of all rows, and so one only beside labels.
    private static readonly string[] Informations = ["binning", "diffusion-spectral", "renyi", "soft-entropy", "spectrum"], Entropies = ["binning", "diffusion-spectral", "renyi", "soft-entropy"];

    [Fact]
    public void TheDigitsPlanOfAllRunsEveryEstimatorOfAnyRowsOnEverySetAndSaysWhoIsLeftOut()
    {
        var run = HostProcess.Run(Root, "compare", "samples/digits-all.json", "--format", "jsonl");
        var line = Assert.Single(run.Errors, line => line.StartsWith("lasso", StringComparison.Ordinal));
        Assert.Equal(
            $"lasso, sentence-distances are left out: each needs sequences and {Path.Combine(Root, "samples", "data", "digits", "tanh-true", "epoch0000.npz")}:layer1 has no sequence axis; " +
            "give activations of shape (sequences, length, features), --sequences rows for one sequence, or --sequences FILE.",
            line);
        Assert.Contains("left out unless named with --estimators: effective-features, which needs rows that are not negative; row-entropy, which needs rows that are distributions", run.Errors);
        Assert.Equal(
            from layer in Enumerable.Range(1, 5)
            from step in new[] { "0", "39", "1500" }
            from estimator in Informations
            from quantity in Entropies.Contains(estimator) ? new[] { "entropy", "mutual-information" } : ["mutual-information"]
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
        foreach (var estimator in Entropies) Assert.Equal(15, PrintedTable.Lines(run.Output, $"entropy H(Z), in nats, by {estimator}").Count);
        foreach (var estimator in Informations) Assert.Equal(15, PrintedTable.Lines(run.Output, $"mutual information I(Y;Z), Y = digit, in nats, by {estimator}").Count);
    }
}
