using Infoscope.Engine.Studies;
using Infoscope.Host.Benchmarking;
using Infoscope.Host.Inputs;
using Infoscope.Host.Logging;
using Infoscope.Host.Reports;
using Serilog;
using Spectre.Console;

namespace Infoscope.Host.Studying;

/// <summary>What each layer holds of the input, beside what it holds of the labels.</summary>
internal sealed class InformationPlaneStudy(StudyRequest request, ILogger log)
{
    private static readonly string[] Needed = [Quantities.Entropy.Id, Quantities.ChannelCeiling.Id, Quantities.MutualInformation.Id];

    /// <summary>Gets the columns of a line for each layer at each checkpoint.</summary>
    public static IReadOnlyList<(string Name, Func<InformationPoint, object?> Value)> Columns { get; } =
    [
        ("estimator", point => point.Labels.Estimator), ("label_set", point => point.Labels.LabelSet),
        ("set", point => point.Labels.Set), ("layer", point => point.Labels.Layer), ("step", point => point.Labels.Step), ("unit", point => point.Labels.Unit),
        ("input_information", point => point.Input.Value), ("input_quantity", point => point.Input.Quantity), ("input_ceiling", point => point.Input.Ceiling), ("input_mark", point => point.InputMark), ("input_rows", point => point.Input.RowsUsed),
        ("label_information", point => point.Labels.Value), ("label_null_mean", point => point.Labels.NullMean), ("label_ceiling", point => point.Labels.Ceiling),
        ("label_mark", point => point.LabelMark), ("label_rows", point => point.Labels.RowsUsed), ("verdict", point => point.Labels.Verdict),
    ];

    public int Run(CancellationToken cancellation)
    {
        var problems = new ProblemList();
        var (format, bits) = ReportFactory.Choose(request.Format, request.Unit, problems);
        problems.ThrowIfAny();

        // What is over all rows goes with any label set, so that only the information is narrowed.
        var rows = new StudyInput(request with { LabelSets = null }, log).Rows(["set", "layer", "estimator", "quantity", "label_set", "value"], Needed, bits, cancellation);
        var points = InformationPlane.Of(rows, NaturalOrder.Instance);
        if (points.Count == 0) throw new UserError($"no layer has both entropy and mutual-information by one estimator; there is {StudyInput.Names(rows.Select(row => $"{row.Quantity} by {row.Estimator}"))}, and infoscope compare gives both with --labels.");
        points = Narrowed(points);
        Say(rows, points);
        if (format == "table") Write(points, Consoles.Output());
        else
        {
            using var lines = new FlatLines<InformationPoint>(ReportFactory.Output(), Columns, format == "jsonl");
            lines.Add(points);
        }

        return ExitCode.Done;
    }

    private IReadOnlyList<InformationPoint> Narrowed(IReadOnlyList<InformationPoint> points)
    {
        if (request.LabelSets is null) return points;
        var problems = new ProblemList();
        var there = points.Select(point => point.Labels.LabelSet).Distinct().ToArray();
        var wanted = request.LabelSets.SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToArray();
        if (wanted.Length == 0) problems.Add("--label-sets names none; leave it out for all.");
        foreach (var missing in wanted.Except(there)) problems.Add($"no point is about the label set '{missing}'; {Suggest.Sentence(missing, there)}");
        problems.ThrowIfAny();
        return [.. points.Where(point => wanted.Contains(point.Labels.LabelSet))];
    }

    private void Say(IReadOnlyList<StudyRow> rows, IReadOnlyList<InformationPoint> points)
    {
        var known = points.Select(point => point.Labels.Estimator).ToHashSet();
        var without = rows.Where(row => row.Quantity == Quantities.MutualInformation.Id && !known.Contains(row.Estimator)).ToArray();
        if (without.Length > 0) log.Warning("no entropy beside the mutual information by {Estimators:l}, which is left out", StudyInput.Names(without.Select(row => row.Estimator)));
        foreach (var (reason, places) in Lost(rows, points)) log.Warning("{Reason:l} at {Places:l}, which {Is:l} left out", reason, StudyInput.Names(places), places.Count() == 1 ? "is" : "are");
        var different = points.Count(point => point.Input.RowsUsed != point.Labels.RowsUsed);
        if (different > 0) log.Warning("in {Different} of {All} lines I(X;T) rests on other rows than I(T;Y), as it is there over all rows alone", different, points.Count);
    }

    // Of estimators that have points elsewhere.
    private static IEnumerable<(string Reason, IEnumerable<string> Places)> Lost(IReadOnlyList<StudyRow> rows, IReadOnlyList<InformationPoint> points)
    {
        static (string, string, string, string) PlaceOf(StudyRow row) => (row.Estimator, row.Set, row.Layer, row.Step);
        static string NameOf(StudyRow row) => $"{row.Set}{(row.Layer.Length == 0 ? "" : ":" + row.Layer)}{(row.Step.Length == 0 ? "" : " at step " + row.Step)} by {row.Estimator}";
        var known = points.Select(point => point.Labels.Estimator).ToHashSet();
        var there = points.Select(point => PlaceOf(point.Labels)).ToHashSet();
        return
            from row in rows
            where known.Contains(row.Estimator) && !there.Contains(PlaceOf(row))
            group row by PlaceOf(row) into place
            let reason = place.Any(row => row.Quantity == Quantities.MutualInformation.Id) ? "there is mutual information without entropy" : "there is entropy without mutual information"
            group NameOf(place.First()) by reason into lost
            select (lost.Key, (IEnumerable<string>)lost);
    }

    private static void Write(IReadOnlyList<InformationPoint> points, IAnsiConsole console)
    {
        var sets = points.Select(point => point.Labels.Set).Distinct().Count();
        foreach (var plane in points.GroupBy(point => (point.Labels.Estimator, point.Labels.LabelSet)))
        {
            console.WriteLine(Printable.Of($"information plane{StudyText.Of(plane.First().Labels)}"));
            PlainTable.Write(
                console,
                [.. plane],
                [
                    ("set", false, point => sets > 1 ? point.Labels.Set : ""),
                    ("layer", false, point => point.Labels.Layer),
                    ("step", true, point => point.Labels.Step),
                    ("I(X;T)", true, point => StudyText.Number(point.Input.Value)),
                    ("ceiling", true, point => StudyText.Number(point.Input.Ceiling)),
                    ("", false, point => point.InputMark),
                    ("I(T;Y)", true, point => StudyText.Number(point.Labels.Value)),
                    ("null", true, point => StudyText.Number(point.Labels.NullMean)),
                    ("less null", true, point => StudyText.Number(point.Labels.Value - point.Labels.NullMean)),
                    ("ceiling", true, point => StudyText.Number(point.Labels.Ceiling)),
                    ("", false, point => point.LabelMark),
                    ("verdict", false, point => point.Labels.Verdict),
                ]);
            console.WriteLine();
        }

        foreach (var by in points.GroupBy(point => point.Input.Quantity == Quantities.Entropy.Id).OrderByDescending(group => group.Key))
        {
            var names = StudyInput.Names(by.Select(point => point.Labels.Estimator));
            console.WriteLine(Printable.Of(by.Key
                ? $"I(X;T) by {names} is H(T), the entropy of the layer: right where the layer is a function of its input and no input comes twice"
                : $"I(X;T) by {names} is the channel ceiling, what its soft assignment lets through of the rows: right where no row comes twice; H(T) would be more"));
        }

        var biased = points.Count(point => point.Labels.NullMean > point.Labels.Value / 2);
        if (biased > 0) console.WriteLine($"in {biased} of {points.Count} lines more than half of I(T;Y) is there under permuted labels as well: read it less its null");
        if (points.Any(point => point.InputMark.Length > 0)) console.WriteLine("saturated: the estimator tells nearly every input from every other; neither layers nor checkpoints can be compared by what stands at its ceiling");
    }
}
