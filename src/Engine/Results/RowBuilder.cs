using System.Diagnostics;
using System.Reflection;
using Infoscope.Engine.Calibration;
using Infoscope.Engine.Feeding;
using Infoscope.Engine.Inputs;
using Infoscope.Engine.Labels;

namespace Infoscope.Engine.Results;

/// <summary>Turns the estimates of one run into result rows, each with its null and its standard error.</summary>
internal sealed class RowBuilder(ActivationSet set, ComparisonSettings settings, LabelTable labels, long selectedRows, EstimatorRun run)
{
    private static readonly string ContractVersion = typeof(IEstimator).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().First(stamp => stamp.Key == "InfoscopeContract").Value!;

    private readonly HashSet<string> nullNames = [.. labels.All.Where(info => info.IsNull).Select(info => info.Name)];
    private readonly Dictionary<EstimateKey, NullDistribution> nulls = NullDistribution.Gather(run.Estimates!, labels.All);
    private readonly Jackknife jackknife = new(run);
    private readonly Dictionary<string, string> options = OptionsAndFacts(run);

    public IEnumerable<ResultRow> Rows()
    {
        var peakBytes = PeakBytes();
        return from estimate in run.Estimates!.Estimates where !nullNames.Contains(estimate.LabelSet) select RowOf(estimate, peakBytes);
    }

    private static long PeakBytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    // A fact may have an option's name: the option says what was asked, the fact what it became.
    private static Dictionary<string, string> OptionsAndFacts(EstimatorRun run)
    {
        var all = new Dictionary<string, string>(run.Entry.ResolvedOptions);
        foreach (var (name, value) in run.Estimates!.Facts)
        {
            if (!all.TryAdd(name, value)) all[$"{name}-used"] = value;
        }

        return all;
    }

    private static string UnitOf(QuantityKind kind) => kind switch
    {
        QuantityKind.Information => "nats",
        QuantityKind.Ratio => "ratio",
        _ => "count",
    };

    private ResultRow RowOf(Estimate estimate, long peakBytes)
    {
        var value = estimate.Value.Number;
        var under = nulls.GetValueOrDefault(EstimateKey.Of(estimate));
        var standardError = estimate.StandardError ?? jackknife.StandardError(estimate);
        return new ResultRow
        {
            Set = set.Name,
            Layer = set.Layer,
            Step = set.Step,
            Estimator = run.Entry.Id,
            Version = run.Entry.Version,
            Quantity = estimate.Quantity.Id,
            LabelSet = estimate.LabelSet,
            Against = estimate.Against,
            Item = estimate.Item,
            Value = value,
            Unit = UnitOf(estimate.Value.Kind),
            Normalized = estimate.Scale is { } scale ? value / scale.Number : null,
            NullMean = under?.Mean,
            NullSd = under?.StandardDeviation,
            NullP = under?.PValue(value),
            StandardError = standardError,
            Ceiling = estimate.Ceiling?.Number,
            Floor = estimate.Floor?.Number,
            RowsUsed = estimate.RowsUsed,
            RowsDropped = estimate.RowsDropped,
            Dimensions = set.Activations.Features,
            Precision = run.Precision == Precision.Single ? "single" : "double",
            Seed = settings.Seed,
            Options = options,
            Device = settings.Device.Id,
            Seconds = run.Seconds,
            PeakBytes = peakBytes,
            Verdict = VerdictOf(estimate, under),
            Notes = [.. Remarks(estimate, under, standardError)],
            Contract = ContractVersion,
            Host = settings.Host,
        };
    }

    // Only of information does a permutation of the labels tell how much is bias.
    private static string VerdictOf(Estimate estimate, NullDistribution? under) => !RisesWithInformation(estimate.Quantity) ? "" : under?.IsExceededBy(estimate.Value.Number) switch
    {
        true => "above null",
        false => "inside null",
        null => "",
    };

    private static bool RisesWithInformation(Quantity quantity) =>
        quantity == Quantities.MutualInformation || quantity == Quantities.Disentanglement || quantity == Quantities.DisentanglementUniform;

    private IEnumerable<string> Remarks(Estimate estimate, NullDistribution? under, double? standardError)
    {
        if (under is not null && set.Labels.Any(one => one.Name == estimate.LabelSet && one.IsPerSequence))
            yield return $"the labels of {estimate.LabelSet} go by whole sequences, so a null of permuted rows is too narrow";
        if (run.Requirements is { Access: RowAccess.AllRows, MaximumRows: { } most } && most < selectedRows)
            yield return $"a seeded subsample of {most} of {selectedRows} rows";
        if (estimate.StandardError is null && !run.IsFolded) yield return "no standard error: the estimator is not fed by folds and states none";
        else if (estimate.StandardError is null && run.LeftOut.Count < 2) yield return "no standard error: fewer than 2 folds have rows";
        else if (standardError is null) yield return $"no standard error: {run.LeftOutFailure ?? "without one of the folds there is no such estimate"}";
        if (!double.IsFinite(estimate.Value.Number)) yield return "the estimator gave no finite number";
        if (under is { Unusable: > 0 }) yield return $"no null: {under.Unusable} of {under.Count} permutations gave no finite number";
        foreach (var note in estimate.Notes.Concat(run.Estimates!.Notes).Concat(set.Notes)) yield return note;
    }
}
