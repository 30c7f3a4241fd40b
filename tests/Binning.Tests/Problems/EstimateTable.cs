namespace Infoscope.Plugins.Binning.Tests.Problems;

/// <summary>Finds estimates by quantity, label set and item.</summary>
public sealed class EstimateTable(EstimateSet set)
{
    public IReadOnlyList<Estimate> Estimates => set.Estimates;

    public IReadOnlyDictionary<string, string> Facts => set.Facts;

    public IReadOnlyList<string> Notes => set.Notes;

    /// <summary>Gets the entropy over all rows.</summary>
    public double Entropy => Nats("entropy", "");

    /// <summary>Gets the mutual information of label set y.</summary>
    public double Information => Nats("mutual-information");

    public Estimate? Find(string quantity, string labelSet = "y", string item = "") =>
        set.Estimates.SingleOrDefault(estimate => estimate.Quantity.Id == quantity && estimate.LabelSet == labelSet && estimate.Item == item);

    public double Nats(string quantity, string labelSet = "y", string item = "") =>
        Find(quantity, labelSet, item)?.Value.Information.Nats ?? throw new InvalidOperationException($"there is no {quantity} of '{labelSet}' {item}");

    /// <summary>Gives the number of different symbols, as the facts say it.</summary>
    public string Symbols() => Facts["symbols"].Split(',')[0];

    /// <summary>Gets every value, to compare whole results.</summary>
    public double[] AllNats() => [.. set.Estimates.Select(estimate => estimate.Value.Information.Nats)];
}
