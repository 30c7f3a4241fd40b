using System.Globalization;

namespace Infoscope.Plugins.Spectrum.Tests.Distances;

/// <summary>Finds estimates by quantity, label set, what they are against, and item.</summary>
internal sealed class SentenceTable(EstimateSet set)
{
    public IReadOnlyList<Estimate> Estimates => set.Estimates;

    public IReadOnlyList<string> Notes => set.Notes;

    public Estimate? Find(string quantity, string labelSet = "", string against = "", string item = "") =>
        Estimates.SingleOrDefault(estimate => estimate.Quantity.Id == quantity && estimate.LabelSet == labelSet && estimate.Against == against && estimate.Item == item);

    public double this[string quantity, string labelSet = "", string against = "", string item = ""] =>
        (Find(quantity, labelSet, against, item) ?? throw new InvalidOperationException($"there is no {quantity} of '{labelSet}' against '{against}' for '{item}'")).Value.Number;

    /// <summary>Gives the accuracy of the nearest neighbour by a distance.</summary>
    public double Accuracy(string distance, string labelSet = "y") => this["neighbour-accuracy", labelSet, distance];

    /// <summary>Writes down every estimate of some label sets, to the bit.</summary>
    public IEnumerable<string> Lines(params string[] labelSets) => Estimates.Where(estimate => labelSets.Contains(estimate.LabelSet)).Select(estimate => string.Create(
        CultureInfo.InvariantCulture,
        $"{estimate.Quantity.Id} {estimate.LabelSet} {estimate.Against} {estimate.Item} {estimate.Value.Number:R} {estimate.StandardError:R} {estimate.Ceiling?.Number:R} {estimate.RowsUsed} {estimate.RowsDropped}"));
}
