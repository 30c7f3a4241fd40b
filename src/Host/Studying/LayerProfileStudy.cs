using System.Globalization;
using Infoscope.Engine.Studies;
using Infoscope.Host.Benchmarking;
using Infoscope.Host.Inputs;
using Infoscope.Host.Logging;
using Infoscope.Host.Reports;
using Serilog;
using Spectre.Console;

namespace Infoscope.Host.Studying;

/// <summary>A quantity from layer to layer, and where it falls most.</summary>
internal sealed class LayerProfileStudy(StudyRequest request, ILogger log)
{
    /// <summary>The quantity that is profiled unless another is named.</summary>
    public const string DefaultQuantity = "matrix-entropy";

    /// <summary>Gets the columns of a line for each layer.</summary>
    public static IReadOnlyList<(string Name, Func<(LayerProfile Profile, ProfiledLayer Layer), object?> Value)> Columns { get; } =
    [
        ("estimator", line => line.Profile.First.Estimator), ("quantity", line => line.Profile.First.Quantity), ("label_set", line => line.Profile.First.LabelSet),
        ("set", line => line.Profile.Set), ("step", line => line.Profile.First.Step), ("layer", line => line.Layer.Layer),
        ("value", line => line.Layer.Row.Value), ("unit", line => line.Layer.Row.Unit), ("normalized", line => line.Layer.Row.Normalized),
        ("standard_error", line => line.Layer.Row.StandardError), ("change", line => line.Layer.Change), ("change_error", line => line.Layer.ChangeError),
        ("mark", line => MarkOf(line.Profile, line.Layer)), ("rows_used", line => line.Layer.Row.RowsUsed),
    ];

    public int Run(CancellationToken cancellation)
    {
        var problems = new ProblemList();
        var (format, bits) = ReportFactory.Choose(request.Format, request.Unit, problems);
        problems.ThrowIfAny();
        var rows = new StudyInput(request, log).Rows(["set", "layer", "estimator", "quantity", "value"], [DefaultQuantity], bits, cancellation);
        var profiles = LayerProfile.Of(rows, NaturalOrder.Instance);
        if (profiles.Count == 0)
            throw new UserError($"no activation set has two layers of one quantity at one checkpoint, which a profile needs; there {(rows.Count == 1 ? "is" : "are")} {StudyInput.Names(rows.Select(StudyText.WhereOf))}.");
        Say(rows, profiles);
        if (format == "table") Write(profiles, Consoles.Output());
        else
        {
            using var lines = new FlatLines<(LayerProfile, ProfiledLayer)>(ReportFactory.Output(), Columns, format == "jsonl");
            foreach (var profile in profiles) lines.Add(profile.Layers.Select(layer => (profile, layer)));
        }

        return ExitCode.Done;
    }

    private static string MarkOf(LayerProfile profile, ProfiledLayer layer) => layer != profile.LargestDrop ? "" : profile.IsWithinError == true ? "largest drop, within error" : profile.Rival is null ? "largest drop" : "largest drop, not told from the second";

    private void Say(IReadOnlyList<StudyRow> rows, IReadOnlyList<LayerProfile> profiles)
    {
        var profiled = profiles.SelectMany(profile => profile.Layers).Select(layer => layer.Row).ToHashSet();
        var alone = rows.Where(row => !profiled.Contains(row)).ToArray();
        if (alone.Length > 0) log.Warning("one layer alone makes no profile: {Names:l}", StudyInput.Names(alone.Select(row => $"{row.Quantity} of {StudyText.WhereOf(row)}")));
        foreach (var profile in profiles.Where(profile => profile.Layers.Select(layer => layer.Row.RowsUsed).Distinct().Count() > 1))
        {
            var used = profile.Layers.Select(layer => layer.Row.RowsUsed);
            log.Warning("the layers of {Set:l} rest on different numbers of rows, {Least} to {Most}; the number of rows alone may move a value", NameOf(profile), used.Min(), used.Max());
        }
    }

    private static string NameOf(LayerProfile profile) => (profile.Set.Length == 0 ? $"{profile.Layers.Count} files" : profile.Set) + StudyText.Step(profile.First.Step);

    private static void Write(IReadOnlyList<LayerProfile> profiles, IAnsiConsole console)
    {
        foreach (var profile in profiles)
        {
            console.WriteLine(Printable.Of($"{profile.First.Quantity} of the layers of {NameOf(profile)}{StudyText.Of(profile.First)}"));
            PlainTable.Write(
                console,
                profile.Layers,
                [
                    ("layer", false, layer => layer.Layer),
                    ("value", true, layer => StudyText.Number(layer.Row.Value)),
                    ("± error", true, layer => StudyText.Number(layer.Row.StandardError)),
                    ("normalized", true, layer => StudyText.Number(layer.Row.Normalized)),
                    ("change", true, layer => StudyText.Number(layer.Change)),
                    ("± error", true, layer => StudyText.Number(layer.ChangeError)),
                    ("", false, layer => MarkOf(profile, layer)),
                ]);
            console.WriteLine(Printable.Of(SentenceOf(profile)));
            console.WriteLine();
        }

        foreach (var group in profiles.GroupBy(profile => (profile.First.Estimator, profile.First.Quantity, profile.First.LabelSet, profile.Set)).Where(group => group.Count() > 1))
        {
            var verdicts = group.GroupBy(OutcomeOf).Select(same => $"{(same.Count() == 1 ? "step" : "steps")} {Listed([.. same.Select(profile => profile.First.Step)])}: {same.Key}");
            console.WriteLine(Printable.Of($"{group.Key.Quantity}{StudyText.Of(group.First().First)}, what stands out at {string.Join("; ", verdicts)}"));
        }

        console.WriteLine("layers are in the natural order of their names, layer2 before layer10");
        if (profiles.Any(profile => profile.Layers.Any(layer => layer.ChangeError is not null)))
            console.WriteLine("errors of changes take the two layers as independent; on the same rows that is more often too large than too small");
    }

    private static string OutcomeOf(LayerProfile profile) => profile switch
    {
        { Outstanding: { } layer } => layer.Layer,
        { LargestDrop: { } drop, IsWithinError: null } => $"{drop.Layer} unless it is scatter",
        { LargestDrop: { } drop, IsWithinError: false, Rival: { } rival } => $"{drop.Layer} or {rival.Layer}",
        _ => "none",
    };

    private static string Listed(IReadOnlyList<string> names) => names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";

    private static string SentenceOf(LayerProfile profile)
    {
        if (profile.Layers.All(layer => layer.Change is null)) return "no drop is known: no two neighbours have finite values";
        if (profile.LargestDrop is not { } drop) return "no drop: no layer is below the one before it";
        var before = profile.Layers.TakeWhile(layer => layer != drop).Last();
        var error = drop.ChangeError is null ? "" : $" ± {StudyText.Number(drop.ChangeError)}";
        var share = before.Row.Value > 0 ? string.Create(CultureInfo.InvariantCulture, $", {-100 * drop.Change / before.Row.Value:0.#} %") : "";
        var name = profile.First.Quantity == DefaultQuantity ? "is the entropy collapse layer" : "stands out";
        var verdict = profile.IsWithinError switch
        {
            true => "within error, so no layer stands out",
            false when profile.Rival is { } rival => $"more than its error allows, but not told from that to {rival.Layer}, {StudyText.Number(-rival.Change)} ± {StudyText.Number(rival.ChangeError)}: no layer stands out alone",
            false => $"more than its error allows: {drop.Layer} {name}",
            null => $"{drop.Layer} {name} unless this is scatter, which without standard errors cannot be told",
        };
        return $"largest drop from {before.Layer} to {drop.Layer}, {StudyText.Number(-drop.Change)}{error}{share}; {verdict}";
    }
}
