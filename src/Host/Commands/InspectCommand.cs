using System.CommandLine;
using Infoscope.Host.Inputs;
using Infoscope.Host.Inspection;
using Infoscope.Host.Reports;
using Serilog;

namespace Infoscope.Host.Commands;

/// <summary>Says what is in files, and what compare would do with it.</summary>
internal sealed class InspectCommand : Command
{
    public static readonly string[] Examples =
    [
        "infoscope inspect samples/data/digits/tanh-true/epoch1500.npz",
        "infoscope inspect layer3.npy labels.npy --format jsonl",
    ];

    private static readonly string[] Formats = ["table", "jsonl"];

    private readonly Argument<string[]> files = new("FILE") { Description = "FILE, FILE:KEY, FILE.csv:COLUMN, a folder or a glob: .npy, .npz, .safetensors and .csv", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string> format = new("--format") { HelpName = "table|jsonl", Description = "What is written to stdout", DefaultValueFactory = _ => "table" };

    public InspectCommand(CommonOptions common)
        : base("inspect", "Say what is in files: shapes, types, ranges, NaN and zero rows, and what compare would do with it.")
    {
        Add(files);
        Add(format);
        common.AddTo(this);
        SetAction((parse, cancellation) => Task.Run(() => common.Run(parse, log => Inspect(parse.GetValue(files) ?? [], parse.GetValue(format)!, common.IsQuiet(parse), log, cancellation)), CancellationToken.None));
    }

    private static int Inspect(IReadOnlyList<string> arguments, string format, bool quiet, ILogger log, CancellationToken cancellation)
    {
        if (arguments.Count == 0) throw new UserError("nothing to inspect; give FILE, such as: infoscope inspect layer1.npy");
        if (!Formats.Contains(format)) throw new UserError($"--format is '{format}'; {Suggest.Sentence(format, Formats)}");
        var problems = new ProblemList();
        var found = arguments.SelectMany(argument => problems.Attempt(() => InspectionFiles.Find(argument, Environment.CurrentDirectory)) ?? []).ToArray();
        var report = format == "jsonl" ? (IInspectionReport)new InspectionLines(StandardOutput.Writer) : new InspectionTables(Consoles.Output());
        var inspector = new Inspector(new ProgressLine(found.Length, quiet), cancellation);
        foreach (var file in found)
        {
            if (problems.Attempt(() => inspector.Inspect(file.Name, file.Path, file.Key)) is { } inspected) report.Add(inspected);
        }

        report.End();
        foreach (var sentence in problems.Sentences) log.Error("{Sentence:l}", sentence);
        return problems.Sentences.Count > 0 ? ExitCode.WrongInput : ExitCode.Done;
    }
}
