using System.Text.Json;
using Infoscope.Conformance.Benchmarking;
using Infoscope.Conformance.Truths;
using Infoscope.Host.Reports;

namespace Infoscope.Host.Benchmarking;

/// <summary>A folder with benchmark.csv, benchmark.jsonl and run.json; lines are on disk as soon as their task is finished.</summary>
internal sealed class BenchmarkFolder : IBenchmarkReport
{
    private const string Csv = "benchmark.csv", Lines = "benchmark.jsonl", Record = "run.json";

    private readonly string folder;
    private readonly IReadOnlyList<IBenchmarkReport> reports;

    public BenchmarkFolder(string folder)
    {
        this.folder = folder;
        try
        {
            Directory.CreateDirectory(folder);
            // The record of the run whose results are replaced must not stand beside those of a run that is killed.
            File.Delete(Path.Combine(folder, Record));
            reports = [new BenchmarkLines(new WholeWriter(Path.Combine(folder, Csv)), json: false), new BenchmarkLines(new WholeWriter(Path.Combine(folder, Lines)), json: true)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"--out {folder} cannot be written ({failure.Message}); give a folder that can be.");
        }
    }

    /// <summary>Says why results cannot be written into a folder; null when they can.</summary>
    public static string? WhyNotInto(string folder, bool overwrite)
    {
        if (File.Exists(folder)) return $"--out {folder} is a file; give a folder, which need not be there yet.";
        var isTaken = !overwrite && new[] { Csv, Lines, Record }.Any(name => File.Exists(Path.Combine(folder, name)));
        return isTaken ? $"--out {folder} holds results already; give another folder, or --overwrite." : null;
    }

    public void Add(KnownTask task, IReadOnlyList<BenchmarkRow> rows)
    {
        foreach (var report in reports) report.Add(task, rows);
    }

    public void End()
    {
    }

    public void Dispose()
    {
        foreach (var report in reports) report.Dispose();
    }

    /// <summary>Writes what was run, for whoever finds the results later.</summary>
    public void WriteRun(object run) => File.WriteAllText(Path.Combine(folder, Record), JsonSerializer.Serialize(run, Json.Indented) + "\n");
}
