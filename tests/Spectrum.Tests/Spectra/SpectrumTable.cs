namespace Infoscope.Plugins.Spectrum.Tests.Spectra;

/// <summary>Finds estimates by quantity, label set and item.</summary>
public sealed class SpectrumTable(EstimateSet set)
{
    public IReadOnlyList<Estimate> Estimates => set.Estimates;

    public IReadOnlyList<string> Notes => set.Notes;

    public IReadOnlyDictionary<string, string> Facts => set.Facts;

    public Estimate? Find(string quantity, string labelSet = "", string item = "", string against = "") =>
        set.Estimates.SingleOrDefault(estimate => estimate.Quantity.Id == quantity && estimate.LabelSet == labelSet && estimate.Item == item && estimate.Against == against);

    /// <summary>Gets what random isotropic rows give.</summary>
    public Estimate? Isotropic(string quantity) => Find(quantity, against: "isotropic rows");

    public double Number(string quantity, string labelSet = "", string item = "") =>
        Find(quantity, labelSet, item)?.Value.Number ?? throw new InvalidOperationException($"there is no {quantity} of '{labelSet}' {item}");

    /// <summary>Gives the estimates about the rows alone, without those of isotropic rows.</summary>
    public SpectrumTable OfRows() => new(set with { Estimates = [.. set.Estimates.Where(estimate => estimate.Against.Length == 0)] });

    /// <summary>Gets every value, to compare whole results.</summary>
    public double[] All() => [.. set.Estimates.Select(estimate => estimate.Value.Number)];

    /// <summary>Asserts that another result has the same estimates with the same values but for rounding.</summary>
    public void AssertSame(SpectrumTable other, double tolerance)
    {
        static string Name(Estimate estimate) => $"{estimate.Quantity} of '{estimate.LabelSet}' {estimate.Item} {estimate.Against} on {estimate.RowsUsed} rows less {estimate.RowsDropped}";
        Assert.Equal(Estimates.Select(Name), other.Estimates.Select(Name));
        foreach (var (left, right) in Estimates.Zip(other.Estimates))
        {
            // Singular values are roots, so their relative rounding is that of the smallest that counts.
            var room = left.Quantity.Id is "condition-number" or "effective-rank-singular" ? Near.RootRounding : tolerance;
            var size = Math.Max(1, Math.Abs(left.Value.Number));
            Assert.True(Math.Abs(left.Value.Number - right.Value.Number) <= room * size, $"{Name(left)} is {left.Value.Number:R} and {right.Value.Number:R}");
        }
    }
}
