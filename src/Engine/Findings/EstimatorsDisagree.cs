using Infoscope.Engine.Results;

namespace Infoscope.Engine.Findings;

/// <summary>Estimators of the same information differ by more than their errors, also once the bias that permuted labels show is taken off.</summary>
internal sealed class EstimatorsDisagree : IFindingRule
{
    private const double Errors = 3;

    public string Kind => "estimators-disagree";

    public IEnumerable<Finding> Over(IReadOnlyList<ResultRow> rows)
    {
        var comparable = rows.Where(row => row.Quantity == Quantities.MutualInformation.Id && row.IsWhole && row.StandardError is not null
            // One that tells every row from every other says nothing to disagree with.
            && row.Verdict != Verdicts.NullDoesNotMove);
        var pairs = from set in comparable.GroupBy(row => (row.Set, row.Layer, row.Step, row.LabelSet))
                    from one in set
                    from other in set
                    where string.CompareOrdinal(one.Estimator, other.Estimator) < 0 && one.NullMean is null == other.NullMean is null
                    select (One: one, Other: other, Gap: Math.Abs(Corrected(one) - Corrected(other)), Error: double.Hypot(one.StandardError!.Value, other.StandardError!.Value));
        // One finding for a label set, however many pairs of estimators there are.
        foreach (var group in pairs.GroupBy(pair => pair.One.LabelSet))
        {
            var apart = group.Where(pair => pair.Gap > Errors * pair.Error).ToArray();
            if (apart.Length == 0) continue;
            var worst = apart.MaxBy(pair => pair.Gap);
            var estimators = apart.SelectMany(pair => new[] { pair.One.Estimator, pair.Other.Estimator }).Distinct().Order(StringComparer.Ordinal).ToArray();
            var sets = CountSets(apart.Select(pair => pair.One));
            yield return new Finding
            {
                Kind = Kind,
                Estimator = string.Join(',', estimators),
                Quantity = worst.One.Quantity,
                LabelSet = worst.One.LabelSet,
                Sets = sets,
                Sentence = $"{string.Join(", ", estimators[..^1])} and {estimators[^1]} disagree about {Words.About(worst.One)} by more than {Errors} errors{Words.Sets(sets, CountSets(group.Select(pair => pair.One)))}: "
                    + $"at worst, {Words.Place(worst.One)}, {Said(worst.One)} and {Said(worst.Other)}{(worst.One.NullMean is null ? "" : ", less what permuted labels give")}.",
                Remedy = "Each sees the rows at its own resolution: compare layers and checkpoints within one estimator, and look at ceilings and at what each claims (infoscope describe ID).",
            };
        }
    }

    private static int CountSets(IEnumerable<ResultRow> rows) => rows.Select(row => (row.Set, row.Layer, row.Step)).Distinct().Count();

    private static string Said(ResultRow row) => $"{Words.Number(Corrected(row), row.Unit)} by {row.Estimator}";

    private static double Corrected(ResultRow row) => row.Value - (row.NullMean ?? 0);
}
