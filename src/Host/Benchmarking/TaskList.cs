using System.Globalization;
using Infoscope.Conformance.Truths;
using Infoscope.Host.Reports;
using Spectre.Console;

namespace Infoscope.Host.Benchmarking;

/// <summary>Lists tasks with their truths.</summary>
internal static class TaskList
{
    public static void Write(IReadOnlyList<KnownTask> tasks, string format)
    {
        if (format != "table")
        {
            using var lines = new FlatLines<KnownTask>(ReportFactory.Output(), BenchmarkColumns.Tasks, format == "jsonl");
            lines.Add(tasks);
            return;
        }

        var console = Consoles.Output();
        PlainTable.Write(
            console,
            tasks,
            [.. BenchmarkColumns.Tasks.Where(column => column.Name is not ("remark" or "derivation" or "truth_error" or "reference_features"))
                .Select(column => (Heading(column.Name), column.Name is "truth" or "features" or "labels", (Func<KnownTask, string>)(task => Cell(column.Value(task)))))]);
        console.WriteLine("--format jsonl also has the error and the derivation of each truth, and remarks");
    }

    private static string Heading(string column) => column == "truth_source" ? "derived by" : column;

    private static string Cell(object? value) => value switch
    {
        double nats => nats.ToString("0.0000", CultureInfo.InvariantCulture),
        "no" => "",
        _ => ResultColumns.Text(value),
    };
}
