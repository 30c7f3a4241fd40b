namespace Infoscope.Plugins.DiffusionSpectral.Kernels;

/// <summary>How the bandwidth follows from the points.</summary>
internal enum BandwidthRule
{
    /// <summary>A number is given.</summary>
    Given,

    /// <summary>The square root of the number of features.</summary>
    RootOfFeatures,

    /// <summary>The median distance of two points, divided by a number.</summary>
    Median,
}
