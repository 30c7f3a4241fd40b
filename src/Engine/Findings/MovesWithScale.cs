using Infoscope.Engine.Results;

namespace Infoscope.Engine.Findings;

/// <summary>A value changes when every row is doubled, so it speaks of the scale of the activations as well.</summary>
internal sealed class MovesWithScale : IFindingRule
{
    private const double RelativeMove = 0.01;

    // Below this, relative to the size of the numbers behind a value, a move is rounding.
    private const double Rounding = 1e-9;

    public string Kind => "moves-with-scale";

    public IEnumerable<Finding> Over(IReadOnlyList<ResultRow> rows)
    {
        var values = rows.Where(row => row.IsWhole).GroupBy(Key).ToDictionary(group => group.Key, group => group.First());
        var probes = (from row in rows
                      where row.Against == ResultRow.RowsDoubled && row.Item.Length == 0
                      let id = row.Quantity[..^ResultRow.DifferenceSuffix.Length]
                      where values.ContainsKey(Key(row with { Quantity = id }))
                      select (Probe: row, Value: values[Key(row with { Quantity = id })])).DistinctBy(pair => Key(pair.Value)).ToArray();
        var ofAllRows = probes.Where(pair => pair.Value.LabelSet.Length == 0).ToDictionary(pair => Key(pair.Value));
        foreach (var group in probes.GroupBy(pair => (pair.Value.Estimator, pair.Value.Quantity, pair.Value.LabelSet)))
        {
            var moved = group.Where(pair => Moves(pair.Value, pair.Probe)).ToArray();
            // A label set that labels every row repeats what is said of all rows.
            if (moved.All(pair => pair.Value.LabelSet.Length > 0 && ofAllRows.TryGetValue(Key(pair.Value with { LabelSet = "" }), out var all) && IsSame(pair, all))) continue;
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

    private static bool Moves(ResultRow value, ResultRow probe) =>
        double.IsFinite(value.Value) && !(Math.Abs(probe.Value) <= Math.Max(RelativeMove * Math.Abs(value.Value), Rounding * SizeOf(value)));

    private static bool IsSame((ResultRow Probe, ResultRow Value) one, (ResultRow Probe, ResultRow Value) other) =>
        IsSame(one.Value.Value, other.Value.Value, SizeOf(one.Value)) && IsSame(one.Probe.Value, other.Probe.Value, SizeOf(one.Value));

    private static bool IsSame(double one, double other, double size) => one.Equals(other) || Math.Abs(one - other) <= Rounding * Math.Max(size, Math.Abs(one));

    // An information comes of logarithms, so without a scale its size is 1 nat.
    private static double SizeOf(ResultRow row) => row.Size > 0 || row.Unit != "nats" ? row.Size : 1;

    private static (string Set, string Layer, string Step, string Estimator, string Quantity, string LabelSet) Key(ResultRow row) =>
        (row.Set, row.Layer, row.Step, row.Estimator, row.Quantity, row.LabelSet);
}
