namespace Infoscope.Plugins.Distributions;

/// <summary>Where the distributions are.</summary>
public enum DistributionSource
{
    /// <summary>Each row of the activations is one.</summary>
    Rows,

    /// <summary>Each query of each head of the attention is one, over the keys.</summary>
    Attention,
}
