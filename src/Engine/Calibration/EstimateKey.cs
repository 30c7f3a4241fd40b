using Infoscope.Engine.Results;

namespace Infoscope.Engine.Calibration;

/// <summary>What makes two estimates comparable: the same quantity of the same thing.</summary>
internal readonly record struct EstimateKey(string Quantity, string LabelSet, string Item, string Against)
{
    public static EstimateKey Of(Estimate estimate) => new(estimate.Quantity.Id, estimate.LabelSet, estimate.Item, estimate.Against);

    public static EstimateKey Of(ResultRow row) => new(row.Quantity, row.LabelSet, row.Item, row.Against);

    /// <summary>Indexes the estimates of a set, in which every key is there once.</summary>
    public static Dictionary<EstimateKey, Estimate> Index(EstimateSet set) => set.Estimates.ToDictionary(Of);
}
