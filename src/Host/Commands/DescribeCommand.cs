using System.CommandLine;
using Infoscope.Engine.Labels;
using Infoscope.Host.Reports;
using Infoscope.Loading;
using Serilog;

namespace Infoscope.Host.Commands;

/// <summary>Says everything about one estimator or label source, or prints the page of a rule.</summary>
internal sealed class DescribeCommand : Command
{
    public static readonly string[] Examples =
    [
        "infoscope describe soft-entropy",
        "infoscope describe ISC1002",
    ];

    private readonly Argument<string> id = new("ID") { Description = "The id of an estimator or a label source, or of a rule for plugins, such as ISC1002" };

    public DescribeCommand(CommonOptions common)
        : base("describe", "Describe an estimator with its options and claims, a label source, or a rule for plugins.")
    {
        Add(id);
        common.AddTo(this);
        SetAction(parse => common.Run(parse, log => Describe(parse.GetValue(id)!, common.PluginPaths(parse) ?? [], log)));
    }

    private static int Describe(string id, IReadOnlyList<string> paths, ILogger log)
    {
        if (RulePages.IsMeant(id))
        {
            StandardOutput.Writer.Write(RulePages.Of(id));
            return ExitCode.Done;
        }

        using var catalog = Plugins.Find(paths, log);
        if (catalog.Estimators.Any(estimator => estimator.Id == id)) Write(Plugins.LoadEstimator(catalog, id));
        else if (Plugins.LabelSources(catalog).FirstOrDefault(source => source.Id == id) is { } source) Write(source, catalog.LabelSources.First(one => one.Id == id));
        else throw new UserError($"there is no estimator or label source '{id}'; {Suggest.Sentence(id, [.. catalog.Estimators.Select(one => one.Id), .. catalog.LabelSources.Select(one => one.Id)])}");
        return catalog.Refusals.Count > 0 ? ExitCode.PluginRefused : ExitCode.Done;
    }

    private static void Write(LoadedEstimator loaded)
    {
        var about = loaded.Description;
        StandardOutput.Writer.WriteLine($"{about.Id} {about.Plugin.Version}: {about.Summary}");
        StandardOutput.Writer.WriteLine($"Follows: {about.Citation}");
        StandardOutput.Writer.WriteLine($"Plugin:  {about.Plugin.Path} (contract {about.Plugin.Contract})");
        StandardOutput.Writer.WriteLine("Quantities");
        foreach (var quantity in about.Quantities) StandardOutput.Writer.WriteLine($"  {quantity}{(Quantities.Find(quantity) is { } known ? $"  {known.Symbol}, {known.Name}" : "")}");
        StandardOutput.Writer.WriteLine(loaded.Options.Count == 0 ? "No options" : $"Options (--set {about.Id}.OPTION=VALUE)");
        foreach (var option in loaded.Options)
        {
            StandardOutput.Writer.WriteLine($"  {option.Name}  {option.Summary}");
            StandardOutput.Writer.WriteLine($"      allowed: {option.Allowed}; default: {(option.Default.Length == 0 ? "none" : option.Default)}");
        }

        StandardOutput.Writer.WriteLine("Claims");
        foreach (var claim in about.Claims) StandardOutput.Writer.WriteLine($"  {claim.Law}  {claim.Exactness}{Of(claim.Quantity)}{(claim.When is null ? "" : $", when {claim.When}")}");
        foreach (var options in about.VerifiedWith) StandardOutput.Writer.WriteLine($"  verified with {options} as well");
        StandardOutput.Writer.WriteLine("Does not claim");
        foreach (var disclaimer in about.Disclaimers) StandardOutput.Writer.WriteLine($"  {disclaimer.Law}{Of(disclaimer.Quantity)}: {disclaimer.Because}");
    }

    private static string Of(string? quantity) => quantity is null ? "" : $" of {quantity}";

    private static void Write(LabelSourceEntry source, LabelSourceDescription about)
    {
        StandardOutput.Writer.WriteLine($"{about.Id} {about.Plugin.Version}: {about.Summary}");
        StandardOutput.Writer.WriteLine($"Usage:   --labels NAME={LabelSourceEntry.UsageOf(source)}");
        StandardOutput.Writer.WriteLine($"Plugin:  {about.Plugin.Path} (contract {about.Plugin.Contract})");
        StandardOutput.Writer.WriteLine("Arguments");
        foreach (var argument in about.Arguments) StandardOutput.Writer.WriteLine($"  {argument.Name}  {argument.Summary}{(argument.Optional ? " (optional)" : "")}");
    }
}
