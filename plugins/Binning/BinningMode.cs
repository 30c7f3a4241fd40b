namespace Infoscope.Plugins.Binning;

/// <summary>What of a row is the symbol.</summary>
public enum BinningMode
{
    /// <summary>The bins of all its features together.</summary>
    Joint,

    /// <summary>The bin of each feature by itself; numbers are means over features.</summary>
    PerDimension,

    /// <summary>The row itself.</summary>
    Exact,

    /// <summary>The place of its largest feature, the first of equal ones.</summary>
    Argmax,
}
