using System.Globalization;
using Infoscope.Host.Logging;
using Spectre.Console;

namespace Infoscope.Host.Inspection;

/// <summary>A table for each file, what compare would do with what is in it, and at the end what to type next.</summary>
internal sealed class InspectionTables(IAnsiConsole console) : IInspectionReport
{
    // A line that is too wide is left to the terminal, which wraps it and loses nothing.
    private const int UnboundedWidth = 4096;
    private const int MostLines = 200;
    private const int MostKeys = 24;
    private const int LongestExample = 24;
    private const int LongestMetadata = 200;

    private readonly List<InspectedFile> files = [];

    private delegate string Cell(Inspected item);

    public void Add(InspectedFile file)
    {
        files.Add(file);
        console.Profile.Width = UnboundedWidth;
        console.WriteLine(Printable.Of($"{file.File}: {Content(file)}"));
        if (file.Items.Count > 0) console.Write(TableOf([.. file.Items.Take(MostLines)]));
        if (file.Items.Count > MostLines) console.WriteLine($"  and {file.Items.Count - MostLines} more, which --format jsonl has");
        foreach (var (name, value) in file.Metadata.Take(MostKeys)) console.WriteLine(Printable.Of($"  metadata {Shortened(name, LongestMetadata)}: {Shortened(value, LongestMetadata)}"));
        foreach (var group in file.Items.GroupBy(item => item.Use.Words))
        {
            var keys = string.Join(", ", group.Select(item => item.Key).Where(key => key.Length > 0).Take(MostKeys)) + (group.Count() > MostKeys ? $" and {group.Count() - MostKeys} more" : "");
            var verb = group.First().Use.Kind == UseKind.LeftOut ? "" : "compare takes it as ";
            console.WriteLine(Printable.Of($"  {(keys.Length > 0 ? keys + ": " : "")}{verb}{group.Key}"));
        }

        foreach (var member in file.Unreadable.Take(MostKeys)) console.WriteLine(Printable.Of($"  left out: {member.Reason}"));
        console.WriteLine();
    }

    public void End()
    {
        var commands = files.Select(file => (File: file, Command: NextStep.For(file, files))).Where(next => next.Command is not null).ToArray();
        var withActivations = commands.Where(next => next.File.Items.Any(item => item.Use.Kind is UseKind.Activations or UseKind.Sequences)).ToArray();
        // Files of labels alone have their place in the commands of the others.
        if (withActivations.Length > 0) commands = withActivations;
        foreach (var group in commands.GroupBy(next => next.Command!.Replace(next.File.File, "", StringComparison.Ordinal)))
        {
            var more = group.Count() - 1;
            var command = more > 0 ? NextStep.ForCheckpoints([.. group.Select(next => next.File)], files) : null;
            console.WriteLine(Printable.Of($"next: {command ?? group.First().Command}{(more > 0 && command is null ? $"   # and {more} more such {(more == 1 ? "file" : "files")}" : "")}"));
        }
    }

    private static string Content(InspectedFile file)
    {
        string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
        if (file.Items is [{ IsColumn: true }, ..]) return $"{Count(file.Items.Count, "column")} of {file.Items[0].Shape[0]} rows";
        return Count(file.Items.Count, "array") + (file.Unreadable.Count == 0 ? "" : $" and {file.Unreadable.Count} that cannot be read");
    }

    private static Table TableOf(IReadOnlyList<Inspected> items)
    {
        (string Name, bool Right, Cell Text)[] columns =
        [
            (items[0].IsColumn ? "column" : "key", false, item => item.Key),
            ("shape", false, item => item.IsColumn ? "" : ArrayShape.Text(item.Shape)),
            ("holds", false, item => item.ElementWord),
            ("range", true, item => Range(item.Numbers?.Minimum, item.Numbers?.Maximum)),
            ("mean", true, item => Number(item.Numbers?.Mean)),
            ("norms of rows", true, item => Range(item.Numbers?.SmallestNorm, item.Numbers?.LargestNorm)),
            ("NaN", true, item => Unless0(item.Numbers?.NaN)),
            ("infinite", true, item => Unless0(item.Numbers?.Infinite)),
            ("rows with either", true, item => Unless0(item.Numbers?.NonFiniteRows)),
            ("zero rows", true, item => Unless0(item.Numbers?.ZeroRows)),
            ("different", true, item => (item.Numbers?.Different ?? item.DifferentTexts)?.ToString() ?? ""),
            ("without a label", true, item => Unless0(item.Numbers?.MinusOnes ?? item.Unlabelled)),
            ("examples", false, item => string.Join(", ", item.Examples.Select(text => $"'{Shortened(text, LongestExample)}'"))),
        ];
        var table = new Table { Border = TableBorder.Simple, UseSafeBorder = true };
        // A column in which nobody has anything to say is left away.
        var shown = columns.Where(column => items.Any(item => column.Text(item).Length > 0)).ToArray();
        foreach (var (name, right, _) in shown)
        {
            var column = new TableColumn(Markup.Escape(name)) { NoWrap = true };
            table.AddColumn(right ? column.RightAligned() : column);
        }

        foreach (var item in items) table.AddRow(shown.Select(column => new Text(Printable.Of(column.Text(item)))));
        return table;
    }

    private static string Range(double? from, double? to) => from is null || to is null ? "" : $"{Number(from)} to {Number(to)}";

    private static string Number(double? value) => value?.ToString(value == Math.Round(value.Value) && Math.Abs(value.Value) < 1e15 ? "0" : "G4", CultureInfo.InvariantCulture) ?? "";

    private static string Unless0(long? count) => count is null or 0 ? "" : count.Value.ToString(CultureInfo.InvariantCulture);

    private static string Shortened(string text, int length) => text.Length <= length ? text : text[..length] + "...";
}
