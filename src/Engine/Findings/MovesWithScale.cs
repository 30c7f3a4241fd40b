using Infoscope.Engine.Results;

namespace Infoscope.Engine.Findings;

/// <summary>A value changes when every row is doubled, so it speaks of the scale of the activations as well.</summary>
internal sealed class MovesWithScale : IFindingRule
{
    private const double RelativeMove = 0.01;

    public string Kind => "moves-with-scale";

    public IEnumerable<Finding> Over(IReadOnlyList<ResultRow> rows)
    {
        var values = rows.Where(row => row.IsWhole).GroupBy(Key).ToDictionary(group => group.Key, group => group.First());
        var probes = from row in rows
                     where row.Against == ResultRow.RowsDoubled
                     let id = row.Quantity[..^ResultRow.DifferenceSuffix.Length]
                     where values.ContainsKey(Key(row with { Quantity = id }))
                     select (Probe: row, Value: values[Key(row with { Quantity = id })]);
        foreach (var group in probes.GroupBy(pair => (pair.Value.Estimator, pair.Value.Quantity, pair.Value.LabelSet)))
        {
            var moved = group.Where(pair => double.IsFinite(pair.Value.Value) && !(Math.Abs(pair.Probe.Value) <= RelativeMove * Math.Abs(pair.Value.Value))).ToArray();
            if (moved.Length == 0) continue;
            var (probe, value) = moved.MaxBy(pair => Math.Abs(pair.Probe.Value));
            yield return new Finding
            {
                Kind = Kind,
                Estimator = value.Estimator,
                Quantity = value.Quantity,
                LabelSet = value.LabelSet,
                Sets = moved.Length,
                Sentence = $"{Words.About(value)} by {value.Estimator} moves with the scale of the activations{Words.Sets(moved.Length, group.Count())}: "
                    + $"at worst, {Words.Place(value)}, doubling every row takes it from {Words.Number(value.Value, value.Unit)} to {Words.Number(value.Value + probe.Value, value.Unit)}.",
                Remedy = "Layers and checkpoints differ in scale, so do not compare them by this value; normalise the rows, or give the method a bandwidth that follows the data.",
            };
        }
    }

    private static (string Set, string Layer, string Step, string Estimator, string Quantity, string LabelSet) Key(ResultRow row) =>
        (row.Set, row.Layer, row.Step, row.Estimator, row.Quantity, row.LabelSet);
}
