using System.CommandLine;
using Infoscope.Host.Benchmarking;
using static Infoscope.Host.Commands.Flags;

namespace Infoscope.Host.Commands;

/// <summary>The command line of benchmark.</summary>
internal sealed class BenchmarkCommand : Command
{
    public static readonly string[] Examples =
    [
        "infoscope benchmark --tasks simplex-k4-a2,independent-k4-d16 --n 250,1000",
        "infoscope benchmark --list",
    ];

    private readonly Option<string[]> estimators = Many("--estimators", "ID,...", "The estimators to run [all]");
    private readonly Option<string[]> tasks = Many("--tasks", "ID|PATTERN,...", "The tasks to run them on, such as xor-a1.5 or simplex*; 'all' is every one [a small choice that --list marks]");
    private readonly Option<string[]> rows = Many("--n", "N,...", "Numbers of rows to draw [250,1000]");
    private readonly Option<int?> seeds = Whole<int>("--seeds", "Draws of each task at each number of rows [10]");
    private readonly Option<ulong?> seed = Whole<ulong>("--seed", "The seed of the first draw; the others follow one by one [0]");
    private readonly Option<int?> nulls = Whole<int>("--null", "Permutations of the labels of each draw [20]");
    private readonly Option<string[]> set = Many("--set", "ID.OPTION=VALUE", "An option of an estimator; infoscope describe ID lists them");
    private readonly Option<string[]> vary = Many("--vary", "ID.OPTION=VALUE,...", "Run an estimator once with each of these values of an option; of several options, with each combination");
    private readonly Option<string?> format = One("--format", "table|csv|jsonl", "What is written to stdout [table]");
    private readonly Option<string?> outFolder = One("--out", "DIR", "Also write benchmark.csv, benchmark.jsonl and run.json into a folder");
    private readonly Option<bool> overwrite = new("--overwrite") { Description = "Replace results that are in the folder already" };
    private readonly Option<int?> threads = Whole<int>("--threads", "Worker threads; changes no number but the seconds [all processors]");
    private readonly Option<bool> list = new("--list") { Description = "List the tasks with their truths, and run nothing" };

    public BenchmarkCommand(CommonOptions common)
        : base("benchmark", "Run estimators on tasks whose true value is known, and say how far off they are.")
    {
        foreach (var option in new Option[] { estimators, tasks, rows, seeds, seed, nulls, set, vary, format, outFolder, overwrite, threads, list }) Add(option);
        common.AddTo(this);
        SetAction((parse, cancellation) => Task.Run(() => common.Run(parse, log => new BenchmarkRun(Request(parse, common), common.IsQuiet(parse), log).Run(cancellation)), CancellationToken.None));
    }

    private BenchmarkRequest Request(ParseResult parse, CommonOptions common) => new()
    {
        Estimators = Given(parse, estimators),
        Tasks = Given(parse, tasks),
        Rows = Given(parse, rows),
        Seeds = parse.GetValue(seeds),
        Seed = parse.GetValue(seed),
        Null = parse.GetValue(nulls),
        Set = Given(parse, set),
        Vary = Given(parse, vary),
        Format = parse.GetValue(format) ?? "table",
        Out = parse.GetValue(outFolder) is { } folder ? Path.GetFullPath(folder) : null,
        Overwrite = parse.GetValue(overwrite),
        Threads = parse.GetValue(threads),
        List = parse.GetValue(list),
        Plugin = common.PluginPaths(parse) ?? [],
    };
}
