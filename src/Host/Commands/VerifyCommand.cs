using System.CommandLine;
using System.Globalization;
using System.Numerics;
using Infoscope.Host.Verifying;

namespace Infoscope.Host.Commands;

/// <summary>The command line of verify.</summary>
internal sealed class VerifyCommand : Command
{
    public static readonly string[] Examples =
    [
        "infoscope verify soft-entropy",
        "infoscope verify MyEstimator/bin/Release/net10.0 --law SamplePermutation,isometry --cases 1000",
    ];

    private readonly Argument<string> plugin = new("PLUGIN") { Description = "A plugin: a folder or a DLL; or the id of an installed estimator" };
    private readonly Option<string[]> estimators = Many("--estimator", "ID,...", "The estimators to verify [all of the plugin]");
    private readonly Option<string[]> laws = Many("--law", "LAW,...", "The laws to test, such as SamplePermutation or sample-permutation [all]");
    private readonly Option<string[]> set = Many("--set", "ID.OPTION=VALUE", "An option of an estimator, in every run; infoscope describe ID lists them");
    private readonly Option<int?> cases = Whole<int>("--cases", "N", "Cases of each law [200]");
    private readonly Option<ulong?> seed = Whole<ulong>("--seed", "N", "The seed of all cases [1]");
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
    private readonly Option<int?> threads = Whole<int>("--threads", "N", "Laws tested at once; changes no byte of the report [all processors]");

    public VerifyCommand(CommonOptions common)
        : base("verify", "Test what the estimators of a plugin claim, in a process of their own.")
    {
        Add(plugin);
        foreach (var option in new Option[] { estimators, laws, set, cases, seed, replay, timeLimit, memory, save, format, threads }) Add(option);
        common.AddTo(this);
        SetAction((parse, cancellation) => Task.Run(() => common.Run(parse, log => new VerifyRun(Request(parse, common), common.IsQuiet(parse), log).Run(cancellation)), CancellationToken.None));
    }

    private static Option<string?> One(string name, string help, string description) => new(name) { HelpName = help, Description = description };

    private static Option<string[]> Many(string name, string help, string description) => new(name) { HelpName = help, Description = description, Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };

    private static Option<T?> Whole<T>(string name, string help, string description)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T> => new(name)
        {
            HelpName = help,
            Description = description,
            CustomParser = result =>
            {
                if (T.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
                result.AddError($"{name} is '{result.Tokens[0].Value}'; a whole number from 0 to {T.MaxValue} is needed.");
                return null;
            },
        };

    private VerifyRequest Request(ParseResult parse, CommonOptions common) => new()
    {
        Plugin = parse.GetValue(plugin)!,
        Beside = common.PluginPaths(parse) ?? [],
        Estimators = parse.GetResult(estimators) is null ? null : parse.GetValue(estimators),
        Laws = parse.GetResult(laws) is null ? null : parse.GetValue(laws),
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
