using Infoscope.Engine.Calibration;
using Infoscope.Engine.Feeding;
using Infoscope.Engine.Labels;

namespace Infoscope.Engine.Results;

/// <summary>Gathers the estimates of one run with the same estimates without each fold and under each permutation.</summary>
internal static class MeasuredEstimates
{
    /// <summary>Gives what the estimator estimated for the labels as they are, in its order.</summary>
    public static IReadOnlyList<Measured> Of(EstimatorRun run, IReadOnlyList<LabelFacts> labels, int nulls)
    {
        var nullInfos = LabelTable.NullsOf(labels, nulls).ToDictionary(info => info.Name);
        var permuted = new Dictionary<EstimateKey, double[]>();
        foreach (var estimate in run.Estimates!.Estimates)
        {
            if (!nullInfos.TryGetValue(estimate.LabelSet, out var info)) continue;
            var key = EstimateKey.Of(estimate) with { LabelSet = info.NullOf! };
            if (!permuted.TryGetValue(key, out var values)) permuted[key] = values = [.. Enumerable.Repeat(double.NaN, nulls)];
            values[info.NullIndex] = estimate.Value.Number;
        }

        var leftOut = run.LeftOut.Select(set => set is null ? [] : EstimateKey.Index(set)).ToArray();
        var factsOf = labels.ToDictionary(one => one.Name);
        Estimate[] Without(EstimateKey key) => leftOut.All(fold => fold.ContainsKey(key)) ? [.. leftOut.Select(fold => fold[key])] : [];
        return
        [
            .. from estimate in run.Estimates.Estimates
               where !nullInfos.ContainsKey(estimate.LabelSet)
               let key = EstimateKey.Of(estimate)
               let without = Without(key)
               select new Measured
               {
                   Quantity = estimate.Quantity,
                   LabelSet = estimate.LabelSet,
                   Item = estimate.Item,
                   Against = estimate.Against,
                   Number = new Measurement
                   {
                       Value = estimate.Value.Number,
                       LeftOut = [.. without.Select(one => one.Value.Number)],
                       FoldShares = FoldShares(estimate, without),
                       Nulls = permuted.GetValueOrDefault(key) ?? [],
                       StatedError = estimate.StandardError,
                   },
                   NullWithin = factsOf.GetValueOrDefault(estimate.LabelSet)?.NullWithin ?? "",
                   Ceiling = estimate.Ceiling?.Number ?? LabelEntropy(estimate, factsOf),
                   Floor = estimate.Floor?.Number,
                   Scale = estimate.Scale?.Number,
                   Draws = estimate.Draws,
                   DrawSd = estimate.DrawStandardDeviation,
                   RowsUsed = estimate.RowsUsed,
                   RowsDropped = estimate.RowsDropped,
                   Notes = estimate.Notes,
               },
        ];
    }

    // Of an estimator whose rows used do not add up over the folds nothing is known.
    private static double[] FoldShares(Estimate estimate, Estimate[] without)
    {
        long[] rows = [.. without.Select(one => estimate.RowsUsed - one.RowsUsed)];
        return rows.Sum() == estimate.RowsUsed && rows.All(fold => fold >= 0 && fold < estimate.RowsUsed) ? [.. rows.Select(fold => (double)fold / estimate.RowsUsed)] : [];
    }

    // An information without a stated ceiling is at most the entropy of the labels, if it rests on the rows whose labels are known.
    private static double? LabelEntropy(Estimate estimate, Dictionary<string, LabelFacts> factsOf) =>
        estimate.Quantity.Id == Quantities.MutualInformation.Id && estimate is { Item.Length: 0, Against.Length: 0 }
        && factsOf.TryGetValue(estimate.LabelSet, out var facts) && estimate.RowsUsed == facts.Rows ? facts.EntropyNats : null;
}
