using System.Globalization;

namespace Infoscope.Acceptance.Tests.Processes;

/// <summary>Reads a table as it was printed for people; the title of the next one starts in the first column.</summary>
internal static class PrintedTable
{
    /// <summary>Gives the layer, the step and the value of each line of the table of a label set.</summary>
    public static IReadOnlyList<(string Layer, int Step, double Value)> Information(IEnumerable<string> output, string labelSet) => Lines(output, $"mutual information I(Y;Z), Y = {labelSet}, in nats");

    /// <summary>Gives the layer, the step and the value of each line of the first table whose title begins so.</summary>
    public static IReadOnlyList<(string Layer, int Step, double Value)> Lines(IEnumerable<string> output, string title) =>
    [
        .. from line in output.SkipWhile(line => !line.StartsWith(title, StringComparison.Ordinal)).Skip(1).TakeWhile(line => line.Length == 0 || !char.IsAsciiLetter(line[0]))
           let cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
           where cells.Length > 2 && cells[0].StartsWith("layer", StringComparison.Ordinal) && char.IsAsciiDigit(cells[0][^1])
           select (cells[0], int.Parse(cells[1], CultureInfo.InvariantCulture), double.Parse(cells[2], CultureInfo.InvariantCulture)),
    ];
}
