namespace Infoscope.Plugins.Lasso;

/// <summary>What is done with a token whose every feature is 0.</summary>
public enum ZeroTokens
{
    /// <summary>The estimate is refused.</summary>
    Refuse,

    /// <summary>It is kept: it tells nothing and is never selected. A sequence that ends in one is left out.</summary>
    Keep,
}
