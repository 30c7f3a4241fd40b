using System.Globalization;
using System.Text.Json;
using Infoscope.ComparePeers.Data;
using Infoscope.ComparePeers.Results;
using Infoscope.ComparePeers.Running;
using Infoscope.Measuring;

namespace Infoscope.ComparePeers.Lines;

/// <summary>All of a comparison of three streaming estimators on a large file, whole processes, against a numpy script that does the same three.</summary>
/// <remarks>The three whose state has one size whatever the number of rows.</remarks>
internal sealed class LargeFileLine : ILine
{
    private const long FullBytes = 4_000_000_000, QuickBytes = 60_000_000;

    // Single precision in the peer's soft assignment; the others are double on both sides.
    private const double Tolerance = 1e-5;

    private static readonly string[] Compared =
    [
        "soft-entropy/entropy", "soft-entropy/mutual-information", "binning/entropy", "binning/mutual-information", "effective-features/effective-features",
    ];

    /// <inheritdoc/>
    public string Name => "compare-4gb";

    /// <inheritdoc/>
    public IEnumerable<LineResult> Run(Bench bench)
    {
        var settings = bench.Settings;
        using var file = new LargeFile(settings.Folder, settings.IsQuick ? QuickBytes : FullBytes, settings.Keeps);
        using var process = new WholeProcess(bench.Python, bench.Folder);
        string[] ours =
        [
            .. BuiltHost.Command, "compare", file.RowFile, "--labels", $"y={file.LabelFile}", "--estimators", "soft-entropy,binning,effective-features", "--null", "0", "--format", "csv", "--quiet",
            "--set", $"soft-entropy.anchors-file={file.AnchorFile}", "--set", "soft-entropy.temperature=bounds", "--set", "binning.mode=per-dimension", "--set", "effective-features.codes=absolute", "--threads", Settings.Threads.ToString(CultureInfo.InvariantCulture),
        ];
        var peer = bench.Python.StartOf("compare_three.py", $"rows={file.RowFile}", $"labels={file.LabelFile}", $"anchors={file.AnchorFile}", "batch=4096");
        string[] other = ["env", .. Environment(peer), peer.FileName, .. peer.ArgumentList];
        // Whoever came first would read what the other then finds in memory.
        using (var rows = File.OpenRead(file.RowFile)) rows.CopyTo(Stream.Null, 1 << 20);
        var pairs = Pairs.Run(settings.Times(3), () => process.Run(ours, Estimates), () => process.Run(other, Answer), warm: false);
        var work = string.Create(CultureInfo.InvariantCulture, $"compare, whole process, {file.Rows} x 768 float32 from a file, 10 labels, no null, 3 streaming estimators");
        yield return Row.OfPairs(Name, work, "numpy script, whole process", Limit.AtLeast(3), pairs, Agreement.Of(pairs.Ours[0], pairs.Others[0], Tolerance, Compared), settings);
        yield return new LineResult
        {
            Line = Name,
            Work = "the same, peak of resident memory",
            Against = "",
            Unit = "MB",
            Figure = new Spread(pairs.Ours.Select(run => run.PeakBytes / 1e6)),
            Limit = Limit.AtMost(400),
            Repetitions = pairs.Ours.Count,
            IsJudged = !settings.IsQuick,
        };
    }

    private static IEnumerable<string> Environment(System.Diagnostics.ProcessStartInfo start) =>
        new[] { "-u", "OPENBLAS_CORETYPE" }.Concat(start.Environment.Where(one => one.Key.EndsWith("_NUM_THREADS", StringComparison.Ordinal) || one.Key == "OPENBLAS_CORETYPE").Select(one => $"{one.Key}={one.Value}"));

    private static Dictionary<string, double[]> Answer(string output) =>
        JsonSerializer.Deserialize<Dictionary<string, double>>(output)!.ToDictionary(one => one.Key, one => new[] { one.Value });

    private static Dictionary<string, double[]> Estimates(string output)
    {
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var columns = lines[0].Split(',').ToList();
        var (estimator, quantity, labelSet, value) = (columns.IndexOf("estimator"), columns.IndexOf("quantity"), columns.IndexOf("label_set"), columns.IndexOf("value"));
        Dictionary<string, double[]> values = [];
        foreach (var line in lines.Skip(1))
        {
            // Notes and versions, which may hold commas, come after these columns.
            var cells = line.Split(',');
            var isOfLabels = cells[quantity] == "mutual-information";
            if (isOfLabels == (cells[labelSet].Length > 0)) values[$"{cells[estimator]}/{cells[quantity]}"] = [double.Parse(cells[value], CultureInfo.InvariantCulture)];
        }

        return values;
    }
}
