namespace Infoscope.Plugins.Binning.Grids;

/// <summary>Where the bins of a feature lie.</summary>
public enum GridRule
{
    /// <summary>Equal widths between the smallest and the largest value of the feature over all rows.</summary>
    MinMax,

    /// <summary>Equal widths between two given numbers, the same for all features.</summary>
    Fixed,

    /// <summary>Cuts at quantiles of the feature over a sample of the rows.</summary>
    Quantile,
}
