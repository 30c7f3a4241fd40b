using System.Diagnostics;
using System.Reflection;
using Infoscope.Engine.Calibration;
using Infoscope.Engine.Derived;
using Infoscope.Engine.Feeding;
using Infoscope.Engine.Labels;

namespace Infoscope.Engine.Results;

/// <summary>Turns the estimates of one run, and what is derived from them, into result rows with null, standard error and verdict.</summary>
internal sealed class RowBuilder(SetDescription set, ComparisonSettings settings, EstimatorRun run)
{
    private static readonly string ContractVersion = typeof(IEstimator).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().First(stamp => stamp.Key == "InfoscopeContract").Value!;

    private readonly Dictionary<string, LabelFacts> labels = set.Labels.ToDictionary(one => one.Name);
    private readonly Dictionary<string, string> options = OptionsAndFacts(run);
    private readonly long fedRows = FedRows(set, run);
    private readonly long seenRows = SeenRows(set, run);

    /// <summary>Gives the rows, the estimator's own before what is derived from them.</summary>
    /// <param name="doubled">The same run with every row doubled; null when the estimator claims that this changes nothing.</param>
    public IEnumerable<ResultRow> Rows(EstimatorRun? doubled)
    {
        var peakBytes = PeakBytes();
        var measured = MeasuredEstimates.Of(run, set.Labels, settings.Nulls);
        var rows = measured.Concat(Ratios.Of(measured))
            .Concat(settings.Chains.SelectMany(chain => Chains.Of(chain, measured)))
            .Concat(settings.Optimalities.SelectMany(pair => pair.Of(measured)))
            .Select(one => RowOf(one, peakBytes)).ToList();
        return doubled?.Estimates is { } other ? rows.Concat(ScaleProbe.Rows(rows, other)) : rows;
    }

    // Of more rows than the estimator takes at once it is fed a subsample.
    private static long FedRows(SetDescription set, EstimatorRun run) =>
        run.Requirements is { Access: RowAccess.AllRows, MaximumRows: { } most } ? Math.Min(most, set.Shape.Rows) : set.Shape.Rows;

    // One that draws a subsample of its own, such as of sequences, tells by its estimates without labels how many rows it looked at.
    private static long SeenRows(SetDescription set, EstimatorRun run)
    {
        long[] seen = [.. run.Estimates!.Estimates.Where(estimate => estimate is { LabelSet.Length: 0, Item.Length: 0 }).Select(estimate => estimate.RowsUsed + estimate.RowsDropped)];
        return seen.Length == 0 ? FedRows(set, run) : Math.Min(seen.Max(), FedRows(set, run));
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

    private ResultRow RowOf(Measured one, long peakBytes)
    {
        var value = one.Number.Value;
        var under = one.Number.Nulls.Length == 0 ? null : new NullDistribution(one.Number.Nulls, one.Size);
        var about = labels.GetValueOrDefault(one.LabelSet);
        return new ResultRow
        {
            Set = set.Name,
            Layer = set.Layer,
            Step = set.Step,
            Estimator = run.Entry.Id,
            Version = run.Entry.Version,
            Quantity = one.Quantity.Id,
            LabelSet = one.LabelSet,
            Against = one.Against,
            Item = one.Item,
            Value = value,
            Unit = UnitOf(one.Quantity.Kind),
            Normalized = value / one.Scale,
            NullMean = under?.Mean,
            NullSd = under?.StandardDeviation,
            NullP = under?.PValue(value),
            StandardError = one.Number.StandardError,
            Draws = one.Draws,
            DrawSd = one.DrawSd,
            Ceiling = one.Ceiling,
            Floor = one.Floor,
            RowsUsed = one.RowsUsed,
            RowsDropped = one.RowsDropped,
            Labels = about?.Observed,
            Dimensions = set.Shape.Features,
            Precision = run.Precision == Precision.Single ? "single" : "double",
            Seed = settings.Seed,
            Options = options,
            Device = settings.Device.Id,
            Seconds = run.Seconds,
            PeakBytes = peakBytes,
            Verdict = Verdicts.Of(FactsOf(one, under, about)),
            Notes = [.. Remarks(one, under, about)],
            Contract = ContractVersion,
            Host = settings.Host,
            Number = one.Number,
            Size = one.Size,
            IsNullWithin = one.NullWithin.Length > 0,
            NullFits = FitsNull(one, about),
            // Of the labels that the value rests on; where the estimator left out more rows than the engine knows of, nothing is known.
            LabelEntropyNats = about is not null && one.RowsUsed == about.Rows ? about.EntropyNats : null,
        };
    }

    private VerdictFacts FactsOf(Measured one, NullDistribution? under, LabelFacts? about) => new()
    {
        Value = one.Number.Value,
        HasLabels = about is not null && one.Item.Length == 0,
        Labels = about?.Observed ?? 0,
        Rows = seenRows,
        LabelledRows = one.RowsUsed + one.RowsDropped,
        RowsUsed = one.RowsUsed,
        IsNullWithin = one.NullWithin.Length > 0,
        IsSaturable = Verdicts.Saturates(one.Quantity),
        Ceiling = one.Ceiling,
        Size = one.Size,
        IsAboveNull = Verdicts.Rises(one.Quantity) && FitsNull(one, about) ? under?.IsExceededBy(one.Number.Value, one.Floor) : null,
        NullMean = under?.Mean,
        NullSd = under?.StandardDeviation,
        // A value that is itself a comparison, such as with random sets, says nothing that another draw might turn over.
        DrawSd = one.LabelSet.Length == 0 && one.Against.Length > 0 ? null : one.DrawSd,
    };

    // One that leaves out rows that took part in permutations may have other label counts under each.
    private static bool FitsNull(Measured one, LabelFacts? about) => about is null || one.RowsUsed >= about.Rows || one.RowsDropped == 0;

    private IEnumerable<string> Remarks(Measured one, NullDistribution? under, LabelFacts? about)
    {
        if (under is not null && about is not null) yield return about.NullNote;
        if (fedRows < set.Shape.Rows) yield return $"a seeded subsample of {fedRows} of {set.Shape.Rows} rows";
        if (under is not null && about is not null && !FitsNull(one, about))
            yield return $"permutations are over {about.Rows} labelled rows, of which the estimator used {one.RowsUsed}; the null may not fit, so there is no verdict by it";
        if (under is not null && one.RowsUsed > about?.Rows)
            yield return $"{one.RowsUsed - about.Rows} rows keep their labels under permutation, because another estimator leaves them out; the null may be too high";
        if (one.Number.StandardError is null) yield return $"no standard error: {WhyNoError(one)}";
        if (!one.IsDerived && !double.IsFinite(one.Number.Value)) yield return "the estimator gave no finite number";
        if (IsItsOwnInformation(one) && one.LabelSet.Length == 0) yield return "about no label set: give an estimate for each of context.LabelSets, LabelSet being its name";
        if (IsItsOwnInformation(one) && about is not null && settings.Nulls > 0 && under is null)
            yield return "no null: the estimator gives nothing for permuted label sets; give an estimate for each of context.LabelSets, which has them too";
        if (under is { Unusable: > 0 }) yield return $"no null: {under.Unusable} of {under.Count} permutations gave no finite number";
        foreach (var note in one.Notes.Concat(about?.Notes ?? []).Concat(run.Estimates!.Notes).Concat(set.Notes)) yield return note;
    }

    private static bool IsItsOwnInformation(Measured one) => !one.IsDerived && one.Item.Length == 0 && one.Against.Length == 0 && one.Quantity.Id == Quantities.MutualInformation.Id;

    private string WhyNoError(Measured one)
    {
        if (one.IsDerived) return "a part of it has none, or no value without one of the folds";
        if (!run.IsFolded) return "the estimator is not fed by folds and states none";
        return run.LeftOut.Count < 2 ? "fewer than 2 folds have rows" : run.LeftOutFailure ?? "without one of the folds there is no such estimate";
    }
}
