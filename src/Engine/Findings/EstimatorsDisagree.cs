using Infoscope.Engine.Results;

namespace Infoscope.Engine.Findings;

/// <summary>Two estimators of the same information differ by more than their errors, also once the bias that permuted labels show is taken off.</summary>
internal sealed class EstimatorsDisagree : IFindingRule
{
    private const double Errors = 3;

    public string Kind => "estimators-disagree";

    public IEnumerable<Finding> Over(IReadOnlyList<ResultRow> rows)
    {
        var comparable = rows.Where(row => row.Quantity == Quantities.MutualInformation.Id && row.IsWhole && row.StandardError is not null);
        var pairs = from set in comparable.GroupBy(row => (row.Set, row.Layer, row.Step, row.LabelSet))
                    from one in set
                    from other in set
                    where string.CompareOrdinal(one.Estimator, other.Estimator) < 0 && one.NullMean is null == other.NullMean is null
                    select (One: one, Other: other, Gap: Math.Abs(Corrected(one) - Corrected(other)), Error: double.Hypot(one.StandardError!.Value, other.StandardError!.Value));
        foreach (var group in pairs.GroupBy(pair => (pair.One.Estimator, Other: pair.Other.Estimator, pair.One.LabelSet)))
        {
            var apart = group.Where(pair => pair.Gap > Errors * pair.Error).ToArray();
            if (apart.Length == 0) continue;
            var worst = apart.MaxBy(pair => pair.Gap);
            yield return new Finding
            {
                Kind = Kind,
                Estimator = $"{worst.One.Estimator},{worst.Other.Estimator}",
                Quantity = worst.One.Quantity,
                LabelSet = worst.One.LabelSet,
                Sets = apart.Length,
                Sentence = $"{worst.One.Estimator} and {worst.Other.Estimator} disagree about {Words.About(worst.One)} by more than {Errors} errors{Words.Sets(apart.Length, group.Count())}: "
                    + $"at worst, {Words.Place(worst.One)}, {Words.Number(Corrected(worst.One), worst.One.Unit)} and {Words.Number(Corrected(worst.Other), worst.Other.Unit)}{(worst.One.NullMean is null ? "" : ", less what permuted labels give")}.",
                Remedy = "Each sees the rows at its own resolution: compare layers and checkpoints within one estimator, and look at ceilings and at what each claims (infoscope describe ID).",
            };
        }
    }

    private static double Corrected(ResultRow row) => row.Value - (row.NullMean ?? 0);
}
