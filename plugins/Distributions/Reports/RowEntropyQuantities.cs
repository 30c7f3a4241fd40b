namespace Infoscope.Plugins.Distributions.Reports;

/// <summary>What the estimator reports; p are the rows, each divided by its sum.</summary>
internal static class RowEntropyQuantities
{
    /// <summary>The mean of H(p) over rows.</summary>
    public static Quantity RowEntropy { get; } = Of("row-entropy", "mean H(p)", "mean entropy of a row");

    /// <summary>The standard deviation of H(p) over rows, with n - 1.</summary>
    public static Quantity Deviation { get; } = Of("row-entropy-sd", "sd H(p)", "standard deviation of the entropies of rows");

    /// <summary>H of the mean of all p.</summary>
    public static Quantity MeanRowEntropy { get; } = Of("mean-row-entropy", "H(mean p)", "entropy of the mean row");

    /// <summary>H of the mean less the mean of H.</summary>
    public static Quantity RowDivergence { get; } = Of("row-divergence", "H(mean p) - mean H(p)", "Jensen-Shannon divergence among the rows");

    private static Quantity Of(string id, string symbol, string name) => new() { Id = id, Symbol = symbol, Name = name, Minimum = 0 };
}
