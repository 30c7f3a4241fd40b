namespace Infoscope.Plugins.Spectrum.Tests.Renyi;

/// <summary>Finds estimates by quantity, label set, item and what they are against.</summary>
internal sealed class RenyiTable(EstimateSet set)
{
    public IReadOnlyList<Estimate> Estimates => set.Estimates;

    public IReadOnlyDictionary<string, string> Facts => set.Facts;

    public IReadOnlyList<string> Notes => set.Notes;

    /// <summary>Gets the entropy of all rows.</summary>
    public Estimate Entropy => Find("entropy", "");

    /// <summary>Gets the information about label set y.</summary>
    public Estimate Information => Find("mutual-information");

    /// <summary>Gets the conditional entropy given label set y.</summary>
    public Estimate Conditional => Find("conditional-entropy");

    /// <summary>Gets the information about the reference.</summary>
    public Estimate OfReference => Find("mutual-information", "", against: "reference");

    /// <summary>Gets the conditional entropy given the reference.</summary>
    public Estimate GivenReference => Find("conditional-entropy", "", against: "reference");

    public Estimate Find(string quantity, string labelSet = "y", string item = "", string against = "") =>
        set.Estimates.Single(estimate => estimate.Quantity.Id == quantity && estimate.LabelSet == labelSet && estimate.Item == item && estimate.Against == against);

    /// <summary>Gives every number of every estimate, to compare whole results.</summary>
    public double?[] AllNumbers() =>
        [.. set.Estimates.SelectMany(estimate => new[] { estimate.Value.Number, estimate.Floor?.Number, estimate.Ceiling?.Number, estimate.Scale?.Number, estimate.StandardError })];
}
