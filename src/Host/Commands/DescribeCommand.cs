using System.CommandLine;
using Infoscope.Engine.Labels;
using Infoscope.Loading;
using Serilog;

namespace Infoscope.Host.Commands;

/// <summary>Says everything about one estimator or label source.</summary>
internal sealed class DescribeCommand : Command
{
    public static readonly string[] Examples =
    [
        "infoscope describe soft-entropy",
        "infoscope describe ngram",
    ];

    private readonly Argument<string> id = new("ID") { Description = "The id of an estimator or a label source" };

    public DescribeCommand(CommonOptions common)
        : base("describe", "Describe an estimator with its options and claims, or a label source.")
    {
        Add(id);
        common.AddTo(this);
        SetAction(parse => common.Run(parse, log => Describe(parse.GetValue(id)!, common.PluginPaths(parse) ?? [], log)));
    }

    private static int Describe(string id, IReadOnlyList<string> paths, ILogger log)
    {
        using var catalog = Plugins.Find(paths, log);
        if (catalog.Estimators.Any(estimator => estimator.Id == id)) Write(catalog.LoadEstimator(id));
        else if (Plugins.LabelSources(catalog).FirstOrDefault(source => source.Id == id) is { } source) Write(source, catalog.LabelSources.First(one => one.Id == id));
        else throw new UserError($"there is no estimator or label source '{id}'; {Suggest.Sentence(id, [.. catalog.Estimators.Select(one => one.Id), .. catalog.LabelSources.Select(one => one.Id)])}");
        return catalog.Refusals.Count > 0 ? ExitCode.PluginRefused : ExitCode.Done;
    }

    private static void Write(LoadedEstimator loaded)
    {
        var about = loaded.Description;
        Console.WriteLine($"{about.Id} {about.Plugin.Version}: {about.Summary}");
        Console.WriteLine($"Follows: {about.Citation}");
        Console.WriteLine($"Plugin:  {about.Plugin.Path} (contract {about.Plugin.Contract})");
        Console.WriteLine("Quantities");
        foreach (var quantity in about.Quantities) Console.WriteLine($"  {quantity}{(Quantities.Find(quantity) is { } known ? $"  {known.Symbol}, {known.Name}" : "")}");
        Console.WriteLine(loaded.Options.Count == 0 ? "No options" : $"Options (--set {about.Id}.OPTION=VALUE)");
        foreach (var option in loaded.Options)
        {
            Console.WriteLine($"  {option.Name}  {option.Summary}");
            Console.WriteLine($"      allowed: {option.Allowed}; default: {(option.Default.Length == 0 ? "none" : option.Default)}");
        }

        Console.WriteLine("Claims");
        foreach (var claim in about.Claims) Console.WriteLine($"  {claim.Law}  {claim.Exactness}{Of(claim.Quantity)}{(claim.When is null ? "" : $", when {claim.When}")}");
        Console.WriteLine("Does not claim");
        foreach (var disclaimer in about.Disclaimers) Console.WriteLine($"  {disclaimer.Law}{Of(disclaimer.Quantity)}: {disclaimer.Because}");
    }

    private static string Of(string? quantity) => quantity is null ? "" : $" of {quantity}";

    private static void Write(LabelSourceEntry source, LabelSourceDescription about)
    {
        Console.WriteLine($"{about.Id} {about.Plugin.Version}: {about.Summary}");
        Console.WriteLine($"Usage:   --labels NAME={LabelSourceEntry.UsageOf(source)}");
        Console.WriteLine($"Plugin:  {about.Plugin.Path} (contract {about.Plugin.Contract})");
        Console.WriteLine("Arguments");
        foreach (var argument in about.Arguments) Console.WriteLine($"  {argument.Name}  {argument.Summary}{(argument.Optional ? " (optional)" : "")}");
    }
}
