using Infoscope.Engine.Results;

namespace Infoscope.Engine.Findings;

/// <summary>More than half of an information, or of a share of a chain, is there under permuted labels as well.</summary>
internal sealed class MostlyBias : IFindingRule
{
    // Below this, relative to the size of the numbers behind it, a value is rounding.
    private const double Rounding = 1e-9;

    private const int FewRows = 20;

    public string Kind => "mostly-bias";

    public IEnumerable<Finding> Over(IReadOnlyList<ResultRow> rows)
    {
        var judged = rows.Where(row => row.Quantity == Quantities.Share.Id || (row.Quantity == Quantities.MutualInformation.Id && row.IsWhole));
        foreach (var group in judged.GroupBy(row => (row.Estimator, row.Quantity, row.LabelSet, row.Against)))
        {
            var biased = group.Where(IsBiased).ToArray();
            if (biased.Length == 0) continue;
            var worst = biased.MaxBy(row => row.NullMean / row.Value)!;
            yield return new Finding
            {
                Kind = Kind,
                Estimator = worst.Estimator,
                Quantity = worst.Quantity,
                LabelSet = worst.LabelSet,
                Sets = biased.Length,
                Sentence = $"more than half of {Words.About(worst)} by {worst.Estimator} is bias{Words.Sets(biased.Length, group.Count())}: "
                    + $"at worst, {Words.Place(worst)}, it is {Words.Number(worst.Value, worst.Unit)}, and {Words.Number(worst.NullMean!.Value, worst.Unit)} with permuted labels.",
                Remedy = worst.Labels * (long)FewRows > worst.RowsUsed
                    ? $"Labels are many for {worst.RowsUsed} rows: read it beside its null alone, and for what it knows beyond a coarser label set give --null-within {worst.LabelSet}:COARSER."
                    : "Read it beside its null alone; more rows, or more sequences where they are permuted, make the bias smaller.",
            };
        }
    }

    // Where permutations change nothing, as those of sequences do not change positions, they tell nothing of bias; a verdict says so.
    private static bool IsBiased(ResultRow row) =>
        row.NullFits && !row.IsNullWithin && row.Value > Rounding * row.Size && row.NullMean > row.Value / 2 && row.NullSd > Rounding * row.Value;
}
