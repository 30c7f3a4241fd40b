using Infoscope.Engine.Calibration;

namespace Infoscope.Engine.Feeding;

/// <summary>What every set of estimates must be, whoever made it.</summary>
internal static class EstimateChecks
{
    // A ceiling that is a difference of two large sums may fall below its floor by rounding.
    private const double Rounding = 1e-9;

    /// <summary>Gives the estimates back when a result can be made of them.</summary>
    /// <param name="set">What the plugin gave.</param>
    /// <param name="context">What it was given.</param>
    /// <param name="quantities">The quantities that it declared; null does not check them.</param>
    /// <exception cref="PluginFaultException">No result can be made of them.</exception>
    public static EstimateSet Checked(EstimateSet? set, EstimationContext context, IReadOnlyCollection<string>? quantities)
    {
        if (set?.Estimates is null || set.Notes is null || set.Facts is null) throw new PluginFaultException("Complete gave null");
        var seen = new HashSet<EstimateKey>();
        foreach (var estimate in set.Estimates)
        {
            if (WhyNot(estimate, context, quantities) is { } reason) throw new PluginFaultException(reason);
            if (!seen.Add(EstimateKey.Of(estimate))) throw new PluginFaultException($"it gave two estimates of {Name(estimate)}");
        }

        if (set.Estimates.Count == 0) throw new PluginFaultException(string.Join("; ", ["it gave no estimate", .. set.Notes]));
        return set;
    }

    private static string? WhyNot(Estimate? estimate, EstimationContext context, IReadOnlyCollection<string>? quantities)
    {
        if (estimate?.Quantity?.Id is null || estimate.LabelSet is null || estimate.Item is null || estimate.Against is null || estimate.Notes is null)
            return "an estimate, or a part of one, is null";
        var name = Name(estimate);
        if (quantities is not null && !quantities.Contains(estimate.Quantity.Id)) return $"{name} is no quantity that it declares; it declares {string.Join(", ", quantities)}";
        if (estimate.LabelSet.Length > 0 && context.LabelSets.All(labels => labels.Name != estimate.LabelSet)) return $"{name} is about a label set that it was not given";
        if (estimate.Value.Kind != estimate.Quantity.Kind) return $"the value of {name} is a {estimate.Value.Kind}, and the quantity a {estimate.Quantity.Kind}";
        if (estimate.RowsUsed < 0 || estimate.RowsDropped < 0) return $"{name} rests on {estimate.RowsUsed} rows and leaves out {estimate.RowsDropped}; neither can be below 0";
        if (estimate.StandardError is { } error && !(error >= 0)) return $"the standard error of {name} is {error}";
        if (estimate.Draws < 1) return $"{name} is the mean of {estimate.Draws} draws; at least 1 is needed, or null for none";
        if (estimate.DrawStandardDeviation is not null && !(estimate.Draws > 1)) return $"{name} has a standard deviation over {estimate.Draws ?? 0} draws; at least 2 are needed";
        if (estimate.DrawStandardDeviation is { } spread && !(spread >= 0)) return $"the standard deviation over draws of {name} is {spread}";
        return estimate is { Floor: { } floor, Ceiling: { } ceiling } && floor.Number > ceiling.Number + (Rounding * Math.Max(1, Math.Abs(floor.Number))) ? $"the floor of {name}, {floor}, is above its ceiling, {ceiling}" : null;
    }

    private static string Name(Estimate estimate) =>
        $"'{estimate.Quantity.Id}'{(estimate.LabelSet.Length == 0 ? "" : $" of '{estimate.LabelSet}'")}{(estimate.Item.Length == 0 ? "" : $" for '{estimate.Item}'")}";
}
