using System.CommandLine;
using System.Text.Json;
using Infoscope.Host.Reports;
using Infoscope.Loading;
using Serilog;

namespace Infoscope.Host.Commands;

/// <summary>Lists estimators, label sources and devices; runs no plugin code.</summary>
internal sealed class ListCommand : Command
{
    public static readonly string[] Examples =
    [
        "infoscope list",
        "infoscope list --plugin MyEstimator.cs --format jsonl",
    ];

    private readonly Option<string> format = new("--format") { HelpName = "table|jsonl", Description = "What is written to stdout", DefaultValueFactory = _ => "table" };

    public ListCommand(CommonOptions common)
        : base("list", "List the estimators, label sources and devices that are there.")
    {
        Add(format);
        common.AddTo(this);
        SetAction(parse => common.Run(parse, log => List(common.PluginPaths(parse) ?? [], parse.GetValue(format)!, log)));
    }

    private static int List(IReadOnlyList<string> paths, string format, ILogger log)
    {
        if (format is not ("table" or "jsonl")) throw new UserError($"--format is '{format}'; {Suggest.Sentence(format, ["table", "jsonl"])}");
        using var catalog = Plugins.Find(paths, log);
        if (format == "jsonl") WriteLines(catalog);
        else WriteTable(catalog);
        return catalog.Refusals.Count > 0 ? ExitCode.PluginRefused : ExitCode.Done;
    }

    private static void WriteTable(PluginCatalog catalog)
    {
        StandardOutput.Writer.WriteLine("Estimators");
        foreach (var estimator in catalog.Estimators)
        {
            StandardOutput.Writer.WriteLine($"  {estimator.Id}  {estimator.Summary}");
            StandardOutput.Writer.WriteLine($"      {string.Join(", ", estimator.Quantities)}");
        }

        StandardOutput.Writer.WriteLine("Label sources");
        foreach (var source in Plugins.LabelSources(catalog).Zip(catalog.LabelSources))
            StandardOutput.Writer.WriteLine($"  {Infoscope.Engine.Labels.LabelSourceEntry.UsageOf(source.First)}  {source.Second.Summary}");
        StandardOutput.Writer.WriteLine("Devices");
        foreach (var (_, device) in Devices.All()) StandardOutput.Writer.WriteLine($"  {device.Id}  {device.Description}");
    }

    private static void WriteLines(PluginCatalog catalog)
    {
        foreach (var estimator in catalog.Estimators)
            Line(new { kind = "estimator", id = estimator.Id, summary = estimator.Summary, quantities = estimator.Quantities, version = estimator.Plugin.Version, path = estimator.Plugin.Path });
        foreach (var source in catalog.LabelSources)
            Line(new { kind = "label-source", id = source.Id, summary = source.Summary, version = source.Plugin.Version, path = source.Plugin.Path });
        foreach (var (_, device) in Devices.All()) Line(new { kind = "device", id = device.Id, summary = device.Description });
    }

    private static void Line(object value) => StandardOutput.Writer.WriteLine(JsonSerializer.Serialize(value, Json.Options));
}
