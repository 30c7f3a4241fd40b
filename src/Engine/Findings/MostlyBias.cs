using Infoscope.Engine.Results;

namespace Infoscope.Engine.Findings;

/// <summary>More than half of an information is there under permuted labels as well.</summary>
internal sealed class MostlyBias : IFindingRule
{
    private const double NothingMoved = 1e-12;

    public string Kind => "mostly-bias";

    public IEnumerable<Finding> Over(IReadOnlyList<ResultRow> rows)
    {
        foreach (var group in rows.Where(row => row.Quantity == Quantities.MutualInformation.Id && Words.IsWhole(row)).GroupBy(row => (row.Estimator, row.LabelSet)))
        {
            // Where permutations change nothing, as those of sequences do not change positions, they tell nothing of bias.
            var biased = group.Where(row => row.Value > 0 && row.NullMean > row.Value / 2 && row.NullSd > NothingMoved * row.Value).ToArray();
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
                Remedy = $"Read value less null_mean; for a smaller bias use more rows or fewer labels, such as frequent:5:{worst.LabelSet}.",
            };
        }
    }
}
