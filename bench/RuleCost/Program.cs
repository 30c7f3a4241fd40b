using System.Globalization;
using System.Reflection;
using Infoscope.RuleCost;

if (args is not ([] or [_]) || !int.TryParse(args.FirstOrDefault("10"), CultureInfo.InvariantCulture, out var repetitions) || repetitions < 1)
{
    Console.Error.WriteLine("usage: RuleCost [REPETITIONS]");
    return 1;
}

var root = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().First(one => one.Key == "RepositoryRoot").Value!;
var plugin = new PluginSource(root, "SoftEntropy", "DiffusionSpectral");
Console.Error.WriteLine($"{plugin.Files.Count} files of {plugin.Lines} lines, {WarmProcess.Rules.Length} rules, {repetitions} repetitions");

using var compiler = new ColdCompiler(plugin);
var warm = new WarmProcess(plugin);

// What is only there at first use, on both sides: code that is not compiled yet, files that the system has not read.
for (var i = 0; i < 3; i++) _ = (warm.Run([]), warm.Run(WarmProcess.Idle), warm.Run(WarmProcess.Rules));
_ = (compiler.Run(withRules: false), compiler.Run(withRules: true));

var builds = Repeated(i => Pair.Of(() => compiler.Run(withRules: false), () => compiler.Run(withRules: true), i % 2 == 1));
var reports = Repeated(_ => compiler.ReportOnRules());
var overIdle = Repeated(i => Pair.Of(() => warm.Run(WarmProcess.Idle), () => warm.Run(WarmProcess.Rules), i % 2 == 1));
var overEmit = Repeated(i => Pair.Of(() => warm.Run([]), () => warm.Run(WarmProcess.Rules), i % 2 == 1));

// Of these rows one has a limit: what somebody pays who builds a plugin, in the measure that other programs disturb least.
const double limit = 0.10;
var paid = Ratios(builds, cost => cost.ProcessorSeconds).Median;

Console.WriteLine("| measured | without rules, s | with rules, s | cost, median | middle half | limit |");
Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
Console.WriteLine(Row("csc of a build, processor", builds, cost => cost.ProcessorSeconds, string.Create(CultureInfo.InvariantCulture, $"{limit:P0}{(paid <= limit ? "" : ", over")}")));
Console.WriteLine(Row("csc of a build, wall", builds, cost => cost.WallSeconds));
Console.WriteLine(Row("csc on one thread, by its own report", reports, cost => cost.WallSeconds));
Console.WriteLine(Row("warm process, beside an idle analyzer, processor", overIdle, cost => cost.ProcessorSeconds));
Console.WriteLine(Row("warm process, beside no analyzer, processor", overEmit, cost => cost.ProcessorSeconds));
return paid <= limit ? 0 : 2;

List<Pair> Repeated(Func<int, Pair> measure) => [.. Enumerable.Range(0, repetitions).Select(measure)];

static Spread Ratios(IReadOnlyList<Pair> pairs, Func<Cost, double> seconds) => new(pairs.Select(pair => (seconds(pair.With) / seconds(pair.Without)) - 1));

static string Row(string name, IReadOnlyList<Pair> pairs, Func<Cost, double> seconds, string limit = "none")
{
    var ratios = Ratios(pairs, seconds);
    var without = new Spread(pairs.Select(pair => seconds(pair.Without)));
    var with = new Spread(pairs.Select(pair => seconds(pair.With)));
    return string.Create(CultureInfo.InvariantCulture, $"| {name} | {without.Median:0.00} | {with.Median:0.00} | {ratios.Median:P0} | {ratios.LowerQuartile:P0} to {ratios.UpperQuartile:P0} | {limit} |");
}
