using System.CommandLine;
using System.Globalization;
using Infoscope.Host.Verifying;
using Infoscope.Host.Watching;
using Infoscope.Loading;
using Serilog;
using static Infoscope.Host.Commands.Flags;

namespace Infoscope.Host.Commands;

/// <summary>The command line of verify.</summary>
internal sealed class VerifyCommand : Command
{
    public static readonly string[] Examples =
    [
        "infoscope verify soft-entropy",
        "infoscope verify MyEstimator/bin/Release/net10.0 --law SamplePermutation,isometry --cases 1000",
    ];

    private readonly Argument<string> plugin = new("PLUGIN") { Description = "A plugin: a folder, a DLL or a .cs file; or the id of an installed estimator" };
    private readonly Option<string[]> estimators = Many("--estimator", "ID,...", "The estimators to verify [all of the plugin]");
    private readonly Option<string[]> laws = Many("--law", "LAW,...", "The laws to test, such as SamplePermutation or sample-permutation [all]");
    private readonly Option<string[]> set = Many("--set", "ID.OPTION=VALUE", "An option of an estimator, in every run; infoscope describe ID lists them");
    private readonly Option<int?> cases = Whole<int>("--cases", "Cases of each law [200]");
    private readonly Option<ulong?> seed = Whole<ulong>("--seed", "The seed of all cases [1]");
    private readonly Option<string?> replay = One("--replay", "A,B,C", "Run one case of a law again, as a report names it");
    private readonly Option<double?> timeLimit = new("--time-limit")
    {
        HelpName = "SECONDS",
        Description = "Time for one case; an estimator that takes longer hangs [10]",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0.1 and <= 86400) return seconds;
            result.AddError($"--time-limit is '{text}'; a number of seconds from 0.1 to 86400 is needed.");
            return null;
        },
    };

    private readonly Option<string?> memory = One("--memory", "SIZE", "Memory for the process of an estimator, at least 256MiB [2GiB]");
    private readonly Option<bool> save = new("--save") { Description = "Save counterexamples beside the plugin; they are tried first from then on" };
    private readonly Option<string?> format = One("--format", "table|jsonl", "What is written to stdout [table]");
    private readonly Option<bool> watch = new("--watch") { Description = "Verify again whenever the .cs plugin is saved, until Ctrl-C" };
    private readonly Option<int?> threads = Whole<int>("--threads", "Laws tested at once; changes no byte of the report [all processors]");

    public VerifyCommand(CommonOptions common)
        : base("verify", "Test what the estimators of a plugin claim, in a process of their own.")
    {
        Add(plugin);
        foreach (var option in new Option[] { estimators, laws, set, cases, seed, replay, timeLimit, memory, save, format, threads, watch }) Add(option);
        common.AddTo(this);
        SetAction((parse, cancellation) => Task.Run(() => common.Run(parse, log => Run(parse, common, log, cancellation)), CancellationToken.None));
    }

    private int Run(ParseResult parse, CommonOptions common, ILogger log, CancellationToken cancellation)
    {
        var run = new VerifyRun(Request(parse, common), common.IsQuiet(parse), log);
        if (!parse.GetValue(watch)) return run.Run(cancellation);
        var source = Path.GetFullPath(parse.GetValue(plugin)!);
        if (!PluginSource.Is(source)) throw new UserError($"--watch waits for a .cs plugin to be saved, and {parse.GetValue(plugin)} is none; name the file, such as MyEstimator.cs.");
        return new WatchLoop(() => [source], log).Run(token => run.Run(token), cancellation);
    }

    private VerifyRequest Request(ParseResult parse, CommonOptions common) => new()
    {
        Plugin = parse.GetValue(plugin)!,
        Beside = common.PluginPaths(parse) ?? [],
        Estimators = Given(parse, estimators),
        Laws = Given(parse, laws),
        Set = parse.GetValue(set) ?? [],
        Cases = parse.GetValue(cases),
        Seed = parse.GetValue(seed),
        Replay = parse.GetValue(replay),
        Format = parse.GetValue(format) ?? "table",
        Threads = parse.GetValue(threads),
        TimeLimit = parse.GetValue(timeLimit),
        Memory = parse.GetValue(memory),
        Save = parse.GetValue(save),
    };
}
