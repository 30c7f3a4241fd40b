using System.Globalization;
using Infoscope.ComparePeers.Data;
using Infoscope.ComparePeers.Ours;
using Infoscope.ComparePeers.Running;
using Infoscope.Measuring;
using Infoscope.Plugins.Lasso.Selection;

namespace Infoscope.ComparePeers.Growth;

/// <summary>How our costs grow with each size.</summary>
internal static class AllSeries
{
    /// <summary>Measures all series and gives the table.</summary>
    /// <param name="folder">Where data is written.</param>
    /// <param name="settings">The settings; quick ones leave out all but the two smallest sizes.</param>
    public static string Measure(string folder, Settings settings)
    {
        var table = new MarkdownTable("work", "grows", "sizes", "ms, least", "last over the one before", "power");
        foreach (var full in All(folder))
        {
            var series = settings.IsQuick ? full with { Sizes = [.. full.Sizes.Take(2)] } : full;
            Console.Error.WriteLine($"{series.Work}, {series.Parameter} ...");
            var seconds = series.LeastSeconds();
            var (times, sizes) = (seconds[^1] / seconds[^2], (double)series.Sizes[^1] / series.Sizes[^2]);
            table.Add(
                series.Work, series.Parameter, string.Join(", ", series.Sizes), string.Join(", ", seconds.Select(one => Text(one * 1e3))), $"{Text(times)} x", Text(Math.Log(times) / Math.Log(sizes)));
        }

        return table.ToString();
    }

    private static IEnumerable<Series> All(string folder)
    {
        yield return new("soft entropy, d 768, m 100, 10 labels", "rows n", [5000, 10_000, 20_000, 40_000], n => SoftEntropy(folder, rows: n));
        yield return new("soft entropy, n 10,000, m 100, 10 labels", "features d", [192, 384, 768, 1536], d => SoftEntropy(folder, features: d));
        yield return new("soft entropy, n 10,000, d 768, 10 labels", "anchors m", [50, 100, 200, 400], m => SoftEntropy(folder, anchors: m));
        yield return new("soft entropy, n 10,000, d 768, m 100, 1 set", "labels", [10, 100, 1000, 10_000], labels => SoftEntropy(folder, labels: labels));
        yield return new("soft entropy, n 10,000, d 768, m 100, 1000 labels", "label sets", [1, 2, 4, 8], sets => SoftEntropy(folder, labels: 1000, sets: sets));
        yield return new("diffusion spectral entropy, all eigenvalues, d 256", "points n", [250, 500, 1000, 2000], n => Diffusion(folder, n, 256, exact: true));
        yield return new("diffusion spectral entropy, all eigenvalues, n 1000", "features d", [64, 128, 256, 512], d => Diffusion(folder, 1000, d, exact: true));
        yield return new("diffusion spectral entropy, 32 probes, d 256", "points n", [1250, 2500, 5000], n => Diffusion(folder, n, 256, exact: false));
        yield return new("Lasso at ratio 0.01, d 4096", "tokens k", [64, 128, 256, 512], k => Lasso(folder, k, 4096));
        yield return new("Lasso at ratio 0.01, k 256", "features d", [512, 1024, 2048, 4096], d => Lasso(folder, 256, d));
    }

    private static Action SoftEntropy(string folder, int rows = 10_000, int features = 768, int anchors = 100, int labels = LabelledRows.Centres, int sets = 1)
    {
        var data = new LabelledRows(folder, rows, features, anchors);
        var run = new SoftEntropyRun(data, Settings.Threads, [.. Enumerable.Range(0, sets).Select(set => data.Drawn(labels, set)).Select(name => new LabelColumn(name, data.Labels(name)))]);
        return () => run.Run();
    }

    private static Action Diffusion(string folder, int count, int features, bool exact)
    {
        var number = count.ToString(CultureInfo.InvariantCulture);
        var run = new DiffusionRun(
            new Points(folder, count, features, centres: 1), Settings.Threads, withLabels: false,
            new Dictionary<string, string> { ["bandwidth"] = "sqrt-features", ["maximum-rows"] = number, ["exact-rows"] = exact ? number : "2", ["tolerance"] = "1E+300" });
        return () => run.Run();
    }

    private static Action Lasso(string folder, int count, int features)
    {
        var tokens = new TokenWalk(folder, count, features);
        return () => LassoPath.AtRatio(LassoProblem.FromTokens(tokens.Values, tokens.Count + 1, tokens.Features), 0.01, null, CancellationToken.None);
    }

    private static string Text(double number) => number.ToString(number < 10 ? "0.00" : "0", CultureInfo.InvariantCulture);
}
