namespace Infoscope.Engine.Calibration;

/// <summary>What makes two estimates comparable: the same quantity of the same thing.</summary>
internal readonly record struct EstimateKey(string Quantity, string LabelSet, string Item, string Against)
{
    public static EstimateKey Of(Estimate estimate) => new(estimate.Quantity.Id, estimate.LabelSet, estimate.Item, estimate.Against);

    /// <summary>Indexes the estimates of a set; of two with one key the first counts.</summary>
    public static Dictionary<EstimateKey, double> Index(EstimateSet set)
    {
        var index = new Dictionary<EstimateKey, double>();
        foreach (var estimate in set.Estimates) index.TryAdd(Of(estimate), estimate.Value.Number);
        return index;
    }
}
