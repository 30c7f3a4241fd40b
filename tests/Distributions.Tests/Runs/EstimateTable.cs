using System.Globalization;

namespace Infoscope.Plugins.Distributions.Tests.Runs;

/// <summary>Finds estimates by quantity, item and label set.</summary>
internal sealed class EstimateTable(EstimateSet set)
{
    public IReadOnlyList<Estimate> Estimates => set.Estimates;

    public IReadOnlyList<string> Notes => set.Notes;

    public IReadOnlyDictionary<string, string> Facts => set.Facts;

    public double this[string quantity, string item = "", string labelSet = ""] => Of(quantity, item, labelSet).Value.Information.Nats;

    public Estimate Of(string quantity, string item = "", string labelSet = "") => Find(quantity, item, labelSet) ?? throw new InvalidOperationException($"there is no {quantity} of '{item}' of '{labelSet}'");

    public Estimate? Find(string quantity, string item = "", string labelSet = "") =>
        Estimates.SingleOrDefault(estimate => estimate.Quantity.Id == quantity && estimate.Item == item && estimate.LabelSet == labelSet);

    /// <summary>Writes down everything, to the bit.</summary>
    public IEnumerable<string> Lines() => Estimates.Select(one => string.Create(
        CultureInfo.InvariantCulture,
        $"{one.Quantity.Id} {one.LabelSet} {one.Item} {one.Value.Number:R} {one.Floor?.Number:R} {one.Ceiling?.Number:R} {one.Scale?.Number:R} {one.RowsUsed} {one.RowsDropped}")).Concat(Notes).Concat(Facts.Values);
}
