using System.Text;

namespace Infoscope.Host.Reports;

/// <summary>Makes the report of a format on stdout.</summary>
internal static class ReportFactory
{
    public static readonly string[] Formats = ["table", "csv", "jsonl"];

    public static IReport OnOutput(string format, bool bits, bool all) => format switch
    {
        "table" => new TableReport(Consoles.Output(), bits, all),
        "csv" => new CsvReport(Output()),
        "jsonl" => new JsonLinesReport(Output()),
        _ => throw new UserError($"--format is '{format}'; {Suggest.Sentence(format, Formats)}"),
    };

    private static StreamWriter Output() => new(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
}
