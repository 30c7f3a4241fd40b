namespace Infoscope.Plugins.Spectrum;

/// <summary>Which rows a spectrum is of.</summary>
public enum Aggregation
{
    /// <summary>All rows have one spectrum.</summary>
    Pooled,

    /// <summary>Each sequence has a spectrum of its own, and every number is the mean over sequences.</summary>
    Sequences,
}
