namespace Infoscope.Plugins.Distributions;

/// <summary>What the entropy of a row of attention is held against.</summary>
public enum EntropyScale
{
    /// <summary>ln T, T being the number of columns.</summary>
    Columns,

    /// <summary>ln of the number of positions that a query can see: in causal attention those up to its own.</summary>
    Support,
}
