using System.Text;

namespace Infoscope.Host.Reports;

/// <summary>Makes the report of a format on stdout.</summary>
internal static class ReportFactory
{
    private static readonly string[] Formats = ["table", "csv", "jsonl"];

    /// <summary>Reads the format and the unit of what is written to stdout; what cannot be is a problem.</summary>
    public static (string Format, bool Bits) Choose(string format, string unit, ProblemList problems)
    {
        problems.OneOf("--format", format, Formats);
        var bits = problems.OneOf("--unit", unit, ["nats", "bits"]) == "bits";
        if (bits && format is "csv" or "jsonl") problems.Add($"--unit bits is for the table; {format} always carries nats, so leave out --unit.");
        return (format, bits);
    }

    public static IReport OnOutput(string format, bool bits, bool all) => format switch
    {
        "table" => new TableReport(Consoles.Output(), bits, all),
        "csv" => new CsvReport(Output()),
        "jsonl" => new JsonLinesReport(Output()),
        _ => throw new UserError($"--format is '{format}'; {Suggest.Sentence(format, Formats)}"),
    };

    /// <summary>Opens stdout for lines of UTF-8.</summary>
    public static StreamWriter Output() => new(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
}
