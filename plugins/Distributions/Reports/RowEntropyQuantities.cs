namespace Infoscope.Plugins.Distributions.Reports;

/// <summary>What the estimator reports; p are the rows, each divided by its sum.</summary>
internal static class RowEntropyQuantities
{
    public static Quantity RowEntropy { get; } = Of("row-entropy", "mean H(p)", "mean entropy of a row");

    public static Quantity Deviation { get; } = Of("row-entropy-sd", "sd H(p)", "standard deviation of the entropies of rows");

    public static Quantity MeanRowEntropy { get; } = Of("mean-row-entropy", "H(mean p)", "entropy of the mean row");

    public static Quantity RowDivergence { get; } = Of("row-divergence", "H(mean p) - mean H(p)", "Jensen-Shannon divergence among the rows");

    private static Quantity Of(string id, string symbol, string name) => new() { Id = id, Symbol = symbol, Name = name, Minimum = 0 };
}
