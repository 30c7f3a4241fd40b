namespace Infoscope.Plugins.SoftEntropy.Temperatures;

/// <summary>How the temperature follows from the number of anchors and of features.</summary>
internal enum TemperatureRule
{
    /// <summary>The divergence of the assignment from uniform, as a von Mises-Fisher distribution on the sphere, is ln m.</summary>
    Exact,

    /// <summary>A lower bound of that divergence is ln m, as in the published library.</summary>
    Bounds,

    /// <summary>The first term of that divergence for a wide distribution is ln m: 1/sqrt(2 d ln m).</summary>
    LeadingOrder,

    /// <summary>A number is given.</summary>
    Given,
}
