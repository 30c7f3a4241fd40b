using System.Diagnostics;
using System.Text.Json;
using Infoscope.Acceptance.Tests.Data;
using Infoscope.Acceptance.Tests.Processes;
using Infoscope.Formats;
using Xunit.Abstractions;

namespace Infoscope.Acceptance.Tests;

/// <summary>A comparison that is killed, without being asked, leaves the rows of the activation sets that it finished.</summary>
public sealed class KilledRunTests(ITestOutputHelper output) : IDisposable
{
    private const int Kills = 50;

    private readonly string folder = Directory.CreateTempSubdirectory("infoscope-killed-").FullName;

    private string Csv => Path.Combine(folder, "out", "results.csv");

    private string JsonLines => Path.Combine(folder, "out", "results.jsonl");

    private string Log => Path.Combine(folder, "run.log");

    private string Record => Path.Combine(folder, "out", "run.json");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void ARunKilledAtAnyMomentLeavesWholeRowsOfWhatItFinished()
    {
        var (begin, end) = RunToTheEnd();
        var (csv, lines) = (RowsOfCsv(), RowsOfJsonLines());
        Assert.Equal(csv.Length, lines.Length);
        Assert.True(csv.Select(row => row[..3]).Distinct(SetComparer).Count() > 10, "too few activation sets to be killed between");
        var perSet = csv.TakeWhile(row => SetComparer.Equals(row[..3], csv[0][..3])).Count();

        var random = new RandomStream(3, "kills");
        var partly = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            Directory.Delete(Path.Combine(folder, "out"), recursive: true);
            Directory.CreateDirectory(Path.Combine(folder, "out"));
            File.Delete(Log);
            // Every other run is killed anywhere, the rest once there are results to lose.
            var from = kill % 2 == 0 ? TimeSpan.Zero : begin;
            KillAfter(from + ((end - from) * ((kill + random.NextDouble()) / Kills)));
            var (left, leftLines) = (RowsOfCsv(), RowsOfJsonLines());

            // Rows without a gap from the first on are complete sets in order, and the last that was begun; the table is written before the lines.
            Assert.Equal(csv[..left.Length], left);
            Assert.Equal(lines[..leftLines.Length], leftLines);
            Assert.InRange(left.Length - leftLines.Length, 0, perSet);
            // The log tells of a set once it is reported, so as many are on disk at least.
            Assert.InRange(leftLines.Length, Finished() * perSet, csv.Length);
            if (left.Length > 0 && left.Length < csv.Length) partly++;
        }

        output.WriteLine($"{partly} of {Kills} runs of {end.TotalSeconds:0.0} s, {begin.TotalSeconds:0.0} s of them before the results, were killed between the first activation set and the last");
        Assert.True(partly > 0, "no run was killed between its first activation set and its last");

        HostProcess.Run(folder, [.. Arguments(), "--overwrite"]);
        Assert.Equal(csv, RowsOfCsv());
        Assert.Equal(lines, RowsOfJsonLines());
        Assert.Equal(0, JsonDocument.Parse(File.ReadAllText(Record)).RootElement.GetProperty("exit_code").GetInt32());
    }

    [Fact]
    public void TheRecordOfAnEarlierRunDoesNotOutliveItsResults()
    {
        HostProcess.Run(folder, Arguments());
        Assert.True(File.Exists(Record));
        using var process = HostProcess.Start(folder, [.. Arguments(), "--overwrite"]);
        var before = File.GetLastWriteTimeUtc(Csv);
        while (File.GetLastWriteTimeUtc(Csv) == before && !process.HasExited) Thread.Sleep(1);
        Kill(process);
        Assert.False(File.Exists(Record));
        Assert.False(File.Exists(Path.Combine(folder, "out", "findings.jsonl")));
    }

    private static readonly EqualityComparer<string[]> SetComparer = EqualityComparer<string[]>.Create((x, y) => x!.SequenceEqual(y!), row => row.Aggregate(0, HashCode.Combine));

    private static string[] Arguments() =>
    [
        "compare", Files.Sample("data", "digits", "tanh-true", "epoch{step}.npz") + ":layer*", "--labels", $"digit={Files.Sample("data", "digits", "test_labels.npy")}",
        "--estimators", "soft-entropy", "--set", "soft-entropy.anchors=50", "--null", "5", "--out", "out", "--quiet", "--log-file", "run.log",
    ];

    // Gives when the results are begun, and when they are there.
    private (TimeSpan Begin, TimeSpan End) RunToTheEnd()
    {
        var clock = Stopwatch.StartNew();
        using var process = HostProcess.Start(folder, Arguments());
        while (!File.Exists(Csv) && !process.HasExited) Thread.Sleep(1);
        var begin = clock.Elapsed;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return (begin, clock.Elapsed);
    }

    private void KillAfter(TimeSpan delay)
    {
        var clock = Stopwatch.StartNew();
        using var process = HostProcess.Start(folder, [.. Arguments(), "--overwrite"]);
        if (delay > clock.Elapsed) process.WaitForExit(delay - clock.Elapsed);
        Kill(process);
    }

    private static void Kill(Process process)
    {
        process.Kill();
        process.WaitForExit();
    }

    private int Finished() => File.Exists(Log) ? File.ReadLines(Log).Count(line => line.Contains(" rows after ", StringComparison.Ordinal)) : 0;

    // Each line that has its end must hold every column; one without may be the last.
    private string[][] RowsOfCsv()
    {
        var whole = WholeLines(Csv);
        if (whole.Length == 0) return [];
        var copy = Path.Combine(folder, "whole.csv");
        File.WriteAllText(copy, whole);
        var table = CsvTable.Open(copy);
        var cost = table.Columns.Select((column, index) => (column, index)).Where(pair => pair.column is "seconds" or "peak_bytes").Select(pair => pair.index).ToArray();
        Assert.Equal(2, cost.Length);
        return [.. table.Records().Select(record => record.Where((_, index) => !cost.Contains(index)).ToArray())];
    }

    private string[] RowsOfJsonLines() =>
    [
        .. from line in WholeLines(JsonLines).Split('\n', StringSplitOptions.RemoveEmptyEntries)
           let row = JsonDocument.Parse(line).RootElement
           select string.Join('|', row.EnumerateObject().Where(cell => cell.Name is not ("seconds" or "peak_bytes")).Select(cell => $"{cell.Name}={cell.Value.GetRawText()}")),
    ];

    private static string WholeLines(string path)
    {
        if (!File.Exists(path)) return "";
        var text = File.ReadAllText(path);
        return text[..(text.LastIndexOf('\n') + 1)];
    }
}
