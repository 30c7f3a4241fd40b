using Infoscope.Engine.Results;

namespace Infoscope.Engine.Findings;

/// <summary>An information about labels is larger than the entropy of the labels, which no information is.</summary>
internal sealed class ExceedsLabelEntropy : IFindingRule
{
    // Beyond the rounding of two sums over rows.
    private const double Rounding = 1e-9;

    public string Kind => "exceeds-label-entropy";

    public IEnumerable<Finding> Over(IReadOnlyList<ResultRow> rows)
    {
        foreach (var group in rows.Where(row => row.Quantity == Quantities.MutualInformation.Id && row.IsWhole).GroupBy(row => (row.Estimator, row.LabelSet)))
        {
            var above = group.Where(row => row.Value > row.LabelEntropyNats + Rounding).ToArray();
            if (above.Length == 0) continue;
            var worst = above.MaxBy(row => row.Value - row.LabelEntropyNats)!;
            yield return new Finding
            {
                Kind = Kind,
                Estimator = worst.Estimator,
                Quantity = worst.Quantity,
                LabelSet = worst.LabelSet,
                Sets = above.Length,
                Sentence = $"{Words.About(worst)} by {worst.Estimator} exceeds the entropy of the labels{Words.Sets(above.Length, group.Count())}, which no information can: "
                    + $"at worst, {Words.Place(worst)}, it is {Words.Number(worst.Value, worst.Unit)} of {Words.Number(worst.LabelEntropyNats!.Value, worst.Unit)}.",
                Remedy = "Do not read these values as information; use more rows, fewer features, or an estimator that claims AtMostLabelEntropy (infoscope describe ID).",
            };
        }
    }
}
