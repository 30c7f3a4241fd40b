using System.CommandLine;
using Infoscope.Host.Studying;
using Serilog;
using static Infoscope.Host.Commands.Flags;

namespace Infoscope.Host.Commands;

/// <summary>The arguments and options that every study has.</summary>
internal sealed class StudyOptions(CommonOptions common)
{
    private readonly Argument<string[]> files = new("RESULTS") { Description = "What infoscope compare wrote with --format jsonl or csv, or a folder of its --out; - is stdin", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string[]> estimators = Many("--estimators", "ID,...", "Only what these estimators say [all]");
    private readonly Option<string[]> labelSets = Many("--label-sets", "NAME,...", "Only what is about these label sets [all]");
    private readonly Option<string> format = new("--format") { HelpName = "table|csv|jsonl", Description = "What is written to stdout", DefaultValueFactory = _ => "table" };
    private readonly Option<string> unit = new("--unit") { HelpName = "nats|bits", Description = "Unit of information in the table", DefaultValueFactory = _ => "nats" };

    /// <summary>Makes the option that names quantities.</summary>
    public static Option<string[]> Quantities(string unless) => Many("--quantities", "ID,...", $"The quantities to study [{unless}]");

    /// <summary>Adds them to a command, its own options between them, and what it runs.</summary>
    public void AddTo(Command command, Func<ParseResult, StudyRequest, StudyRequest> own, Func<StudyRequest, ILogger, CancellationToken, int> run)
    {
        command.Add(files);
        foreach (var option in new Option[] { estimators, labelSets, format, unit }) command.Add(option);
        common.AddTo(command);
        command.SetAction((parse, cancellation) => Task.Run(() => common.Run(parse, log => run(own(parse, Request(parse)), log, cancellation)), CancellationToken.None));
    }

    private StudyRequest Request(ParseResult parse) => new()
    {
        Files = parse.GetValue(files)!,
        Estimators = Given(parse, estimators),
        LabelSets = Given(parse, labelSets),
        Format = parse.GetValue(format)!,
        Unit = parse.GetValue(unit)!,
    };
}
