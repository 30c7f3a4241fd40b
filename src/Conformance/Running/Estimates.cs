namespace Infoscope.Conformance;

/// <summary>Finds estimates by quantity, label set, item, and what they are against.</summary>
internal sealed class Estimates(EstimateSet set)
{
    /// <summary>Gets them with the notes and facts about all.</summary>
    public EstimateSet Set => set;

    /// <summary>Gets all of them, in the estimator's order.</summary>
    public IReadOnlyList<Estimate> All => set.Estimates;

    /// <summary>Gives an estimate, or null when the estimator gave none.</summary>
    public Estimate? Find(string quantity, string labelSet, string item = "", string against = "") =>
        set.Estimates.FirstOrDefault(estimate => estimate.Quantity.Id == quantity && estimate.LabelSet == labelSet && estimate.Item == item && estimate.Against == against);

    /// <summary>Gives the number of an estimate in the unit of its kind, or null when the estimator gave none.</summary>
    public double? Number(string quantity, string labelSet, string item = "") => Find(quantity, labelSet, item)?.Value.Number;

    /// <summary>Names an estimate for people.</summary>
    public static string NameOf(Estimate estimate) =>
        $"{estimate.Quantity.Id}{(estimate.LabelSet.Length == 0 ? "" : $" of {estimate.LabelSet}")}{(estimate.Item.Length == 0 ? "" : $" for {estimate.Item}")}{(estimate.Against.Length == 0 ? "" : $" against {estimate.Against}")}";
}
