using System.Globalization;
using System.Text;
using Infoscope.Measuring;

namespace Infoscope.ComparePeers.Results;

/// <summary>Writes rows for people and for programs.</summary>
internal static class ResultTable
{
    /// <summary>Gives the table as it is printed.</summary>
    public static string Markdown(IEnumerable<LineResult> rows)
    {
        var table = new MarkdownTable("line", "median", "", "limit", "", "middle half", "by processor time", "ours s", "other s", "differ by", "allowed", "work, and what it is held against");
        foreach (var row in rows)
        {
            table.Add(
                row.Line, Number(row.Figure.Median), row.Unit, row.Limit?.ToString() ?? "", row.Verdict, row.Repetitions > 1 ? $"{Number(row.Figure.LowerQuartile)} to {Number(row.Figure.UpperQuartile)}" : "once",
                Number(row.Processor?.Median), Number(row.Ours?.Median), Number(row.Other?.Median), Difference(row.Agreement?.Difference), Difference(row.Agreement?.Tolerance),
                row.Against.Length == 0 ? row.Work : $"{row.Work}; {row.Against}");
        }

        return table.ToString();
    }

    /// <summary>Gives the rows as CSV, each with the machine and the versions, so that rows of several machines can stand in one file.</summary>
    public static string Csv(IEnumerable<LineResult> rows, IReadOnlyDictionary<string, string?> versions)
    {
        string[] peers = ["python", "numpy", "openblas", "openblas_core", "scipy", "torch", "sklearn"];
        var text = new StringBuilder();
        Append(text, ["line", "work", "against", "figure", "limit", "verdict", "median", "lower_quartile", "upper_quartile", "processor_median", "ours_seconds", "ours_lower", "ours_upper", "ours_processor_seconds", "other_seconds", "other_lower", "other_upper", "other_processor_seconds", "difference", "tolerance", "repetitions", "load", "processor", "cores", "memory_bytes", "vector_bits", "dotnet", .. peers]);
        foreach (var row in rows)
        {
            Append(
                text,
                [
                    row.Line, row.Work, row.Against, row.Unit, row.Limit?.ToString() ?? "", row.Verdict, .. Whole(row.Figure), Full(row.Processor?.Median), .. Whole(row.Ours), Full(row.OursProcessor?.Median), .. Whole(row.Other), Full(row.OtherProcessor?.Median),
                    Full(row.Agreement?.Difference), Full(row.Agreement?.Tolerance), row.Repetitions.ToString(CultureInfo.InvariantCulture), Full(row.Load),
                    Machine.Processor, Machine.Cores.ToString(CultureInfo.InvariantCulture), Machine.MemoryBytes.ToString(CultureInfo.InvariantCulture), FmaPeak.VectorBits.ToString(CultureInfo.InvariantCulture), Machine.Runtime,
                    .. peers.Select(name => versions.GetValueOrDefault(name) ?? ""),
                ]);
        }

        return text.ToString();
    }

    private static string[] Whole(Spread? spread) => [Full(spread?.Median), Full(spread?.LowerQuartile), Full(spread?.UpperQuartile)];

    private static string Full(double? number) => number?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static string Number(double? number) => number switch
    {
        null => "",
        >= 100 => number.Value.ToString("0", CultureInfo.InvariantCulture),
        >= 10 => number.Value.ToString("0.0", CultureInfo.InvariantCulture),
        >= 0.1 => number.Value.ToString("0.00", CultureInfo.InvariantCulture),
        _ => number.Value.ToString("0.0000", CultureInfo.InvariantCulture),
    };

    private static string Difference(double? number) => number?.ToString("0.0e0", CultureInfo.InvariantCulture) ?? "";

    private static void Append(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Quoted)).Append('\n');

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(',', '"') ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
