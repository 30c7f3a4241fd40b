using System.CommandLine;
using Infoscope.Host.Plans;
using Infoscope.Host.Watching;
using Serilog;
using static Infoscope.Host.Commands.Flags;

namespace Infoscope.Host.Commands;

/// <summary>The command line of compare.</summary>
internal sealed class CompareCommand : Command
{
    public static readonly string[] Examples =
    [
        "infoscope compare samples/digits.json",
        "infoscope compare layer1.npy --plugin MyEstimator.cs --watch",
        "infoscope compare 'step{step}.safetensors' --labels token=ngram:1:tokens.npy --format csv",
    ];

    private readonly Argument<string[]> activations = new("ACTIVATIONS")
    {
        Description = "FILE, FILE:KEY (KEY may be layer*), a folder, a glob, a pattern such as step{step}.safetensors, or one PLAN.json",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string[]> labels = Many("--labels", "NAME=SPEC", "A label set: NAME=FILE, FILE:KEY, FILE.csv:COLUMN, or NAME=SOURCE:ARGUMENTS such as token=ngram:1:tokens.npy; FILE.csv alone makes one of every column");
    private readonly Option<string?> reference = One("--reference", "SPEC", "A second set of activations, row for row");
    private readonly Option<string?> sequences = One("--sequences", "rows|axes|FILE", "'rows' takes the file as one sequence in row order; 'axes' the first of three axes as sequences; FILE has a sequence id per row");
    private readonly Option<string?> attention = One("--attention", "SPEC", "Attention of shape (sequences, heads, length, length)");
    private readonly Option<string[]> estimators = Many("--estimators", "ID,...", "The estimators to run [all that the inputs allow]");
    private readonly Option<string[]> quantities = Many("--quantities", "ID,...", "The quantities to report [all]");
    private readonly Option<string[]> set = Many("--set", "ID.OPTION=VALUE", "An option of an estimator; infoscope describe ID lists them");
    private readonly Option<int?> nulls = Whole<int>("--null", "Permutations of each label set [20]");
    private readonly Option<string?> nullUnit = One("--null-unit", "rows|sequences", "What changes places in a permutation [sequences where there are enough of equal length, else rows]");
    private readonly Option<string[]> nullWithin = Many("--null-within", "NAME:WITHIN", "Permute NAME among the rows that share a label of WITHIN: what bigram:token knows beyond the token");
    private readonly Option<string?> memory = One("--memory", "SIZE", "Memory for permuted label sets, such as 512MiB; beyond it the rows are read again [1GiB]");
    private readonly Option<string[]> chain = Many("--chain", "NAME,NAME,...", "Label sets from coarse to fine, such as token,bigram: shares of the entropy, and what is left");
    private readonly Option<string[]> optimality = Many("--optimality", "OUTPUT:INPUT", "Two label sets whose information is compared, such as next:token");
    private readonly Option<string[]> differences = Many("--differences", "steps|layers", "Also each checkpoint, or layer, less the one before it");
    private readonly Option<string?> scaleProbe = One("--scale-probe", "on|off", "Whether estimators that do not claim to ignore the scale of the rows also run on doubled rows [on]");
    private readonly Option<string?> saveState = One("--save-state", "FILE", "Save the states of all estimations, for infoscope merge");
    private readonly Option<string?> shard = One("--shard", "I/N", "Run part I of N, at most 10, and save its state: the parts merge to the rows of one run");
    private readonly Option<ulong?> seed = Whole<ulong>("--seed", "The seed of everything random [0]");
    private readonly Option<string?> positions = One("--positions", "common|own|A..B", "Positions of the sequences that are used [common: those that every n-gram label set labels]");
    private readonly Option<bool> items = new("--items") { Description = "Also rows per label, token or unit" };
    private readonly Option<string?> precision = One("--precision", "auto|single|double", "Width of the numbers computed with [auto: that of the data]");
    private readonly Option<string?> unit = One("--unit", "nats|bits", "Unit of information in the table [nats]");
    private readonly Option<string?> format = One("--format", "table|csv|jsonl", "What is written to stdout [table]");
    private readonly Option<string?> outFolder = One("--out", "DIR", "Also write results.csv, results.jsonl, findings.jsonl and run.json into a folder");
    private readonly Option<bool> overwrite = new("--overwrite") { Description = "Replace results that are in the folder already" };
    private readonly Option<string?> device = One("--device", "auto|cpu", "The device that computes [auto]");
    private readonly Option<int?> threads = Whole<int>("--threads", "Worker threads; changes no bit of the result [all processors]");

    private readonly Option<bool> watch = new("--watch") { Description = "Compare again whenever a .cs plugin is saved, until Ctrl-C" };

    public CompareCommand(CommonOptions common)
        : base("compare", "Run estimators on saved activations and print what they find, each number with its null.")
    {
        Add(activations);
        foreach (var option in new Option[] { labels, reference, sequences, attention, estimators, quantities, set, nulls, nullUnit, nullWithin, memory, chain, optimality, differences, scaleProbe, saveState, shard, seed, positions, items, precision, unit, format, outFolder, overwrite, device, threads, watch })
            Add(option);
        common.AddTo(this);
        SetAction((parse, cancellation) => Task.Run(() => common.Run(parse, log => Run(parse, common, log, cancellation)), CancellationToken.None));
    }

    private int Run(ParseResult parse, CommonOptions common, ILogger log, CancellationToken cancellation)
    {
        var (request, quiet) = (Request(parse, common), common.IsQuiet(parse));
        return parse.GetValue(watch) ? new CompareWatch(request, quiet, log).Run(cancellation) : new CompareRun(request, quiet, log).Run(cancellation);
    }

    private CompareRequest Request(ParseResult parse, CommonOptions common)
    {
        var given = parse.GetValue(activations) ?? [];
        var flags = new CompareRequest
        {
            Activations = given,
            Labels = Given(parse, labels),
            Reference = parse.GetValue(reference),
            Sequences = parse.GetValue(sequences),
            Attention = parse.GetValue(attention),
            Estimators = Given(parse, estimators),
            Quantities = Given(parse, quantities),
            Set = Given(parse, set),
            Null = parse.GetValue(nulls),
            NullUnit = parse.GetValue(nullUnit),
            NullWithin = Given(parse, nullWithin),
            Memory = parse.GetValue(memory),
            Chain = Given(parse, chain),
            Optimality = Given(parse, optimality),
            Differences = Given(parse, differences),
            ScaleProbe = parse.GetValue(scaleProbe),
            SaveState = parse.GetValue(saveState),
            Shard = parse.GetValue(shard),
            Seed = parse.GetValue(seed),
            Positions = parse.GetValue(positions),
            Items = parse.GetValue(items) ? true : null,
            Precision = parse.GetValue(precision),
            Unit = parse.GetValue(unit),
            Format = parse.GetValue(format),
            Out = parse.GetValue(outFolder),
            Overwrite = parse.GetValue(overwrite) ? true : null,
            Device = parse.GetValue(device),
            Threads = parse.GetValue(threads),
            Plugin = common.PluginPaths(parse),
            BaseFolder = Environment.CurrentDirectory,
        };
        var plans = given.Where(text => text.EndsWith(".json", StringComparison.OrdinalIgnoreCase)).ToArray();
        if (plans.Length == 0) return flags;
        if (given.Length > 1) throw new UserError($"a plan stands alone; {plans[0]} came with {given.Length - 1} more ACTIVATIONS, which belong into the plan.");
        foreach (var (name, value) in new (string, object?)[] { ("--labels", flags.Labels), ("--reference", flags.Reference), ("--sequences", flags.Sequences), ("--attention", flags.Attention) })
        {
            if (value is not null) throw new UserError($"{name} cannot be added to the plan {plans[0]}; write it into the plan.");
        }

        return flags.Over(PlanFile.Read(plans[0]));
    }
}
