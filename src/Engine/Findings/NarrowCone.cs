using Infoscope.Engine.Results;

namespace Infoscope.Engine.Findings;

/// <summary>The estimator can hardly tell the rows apart, so what it says of any label is small whatever the layer knows.</summary>
internal sealed class NarrowCone : IFindingRule
{
    private const double Narrow = 0.05;

    public string Kind => "rows-look-alike";

    public IEnumerable<Finding> Over(IReadOnlyList<ResultRow> rows)
    {
        foreach (var group in rows.Where(row => row.Quantity == Quantities.ChannelCeiling.Id && row.IsWhole).GroupBy(row => row.Estimator))
        {
            var sets = group.DistinctBy(row => (row.Set, row.Layer, row.Step)).ToArray();
            var narrow = sets.Where(row => row.Size > 0 && row.Normalized < Narrow).ToArray();
            if (narrow.Length == 0) continue;
            var worst = narrow.MinBy(row => row.Normalized)!;
            yield return new Finding
            {
                Kind = Kind,
                Estimator = worst.Estimator,
                Quantity = Quantities.MutualInformation.Id,
                LabelSet = "",
                Sets = narrow.Length,
                Sentence = $"to {worst.Estimator} the rows look nearly alike{Words.Sets(narrow.Length, sets.Length)}: at worst, {Words.Place(worst)}, no label set could have more than "
                    + $"{Words.Number(worst.Value, worst.Unit)} of {Words.Number(worst.Size, worst.Unit)}.",
                Remedy = $"A small information there says nothing of the layer, and neither does its difference from another; rows in one narrow cone come apart with --set {worst.Estimator}.centre=true, if it has that option.",
            };
        }
    }
}
