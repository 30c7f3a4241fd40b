using System.Text;
using System.Text.Json;
using Infoscope.Engine.Findings;
using Infoscope.Engine.Results;

namespace Infoscope.Host.Reports;

/// <summary>A folder with results.csv, results.jsonl, findings.jsonl and run.json; rows are on disk as soon as their activation set is finished.</summary>
internal sealed class OutFolder : IReport
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly string[] Files = ["results.csv", "results.jsonl", "findings.jsonl", "run.json"];

    // Where these are missing the run was not finished.
    private static readonly string[] WrittenLast = ["findings.jsonl", "run.json"];

    private readonly string folder;
    private readonly AllReports reports;

    public OutFolder(string folder)
    {
        this.folder = folder;
        try
        {
            Directory.CreateDirectory(folder);
            // The record of the run whose results are replaced must not stand beside those of a run that is killed.
            foreach (var name in WrittenLast) File.Delete(Path.Combine(folder, name));
            reports = new AllReports([new CsvReport(Open("results.csv")), new JsonLinesReport(Open("results.jsonl"))]);
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
        var isTaken = !overwrite && Files.Any(name => File.Exists(Path.Combine(folder, name)));
        return isTaken ? $"--out {folder} holds results already; give another folder, or --overwrite." : null;
    }

    public void Add(IReadOnlyList<ResultRow> rows) => reports.Add(rows);

    public void End(IReadOnlyList<Finding> findings)
    {
        reports.End(findings);
        File.WriteAllLines(Path.Combine(folder, "findings.jsonl"), findings.Select(FindingLine.Of), Utf8);
    }

    public void Dispose() => reports.Dispose();

    /// <summary>Writes what was run, for whoever finds the results later.</summary>
    public void WriteRun(object run) => File.WriteAllText(Path.Combine(folder, "run.json"), JsonSerializer.Serialize(run, Json.Indented) + "\n", Utf8);

    private WholeWriter Open(string name) => new(Path.Combine(folder, name));
}
