namespace Infoscope.Plugins.Spectrum.Features;

/// <summary>The options of <see cref="EffectiveFeaturesEstimator"/>.</summary>
public sealed record EffectiveFeaturesOptions
{
    /// <summary>Gets what the numbers of a row are taken as; <c>non-negative</c> by default.</summary>
    [Option("what the numbers of a row are: activities of at least 0, of which one below 0 is refused, or any numbers, of which the absolute value counts")]
    public CodeKind Codes { get; init; } = CodeKind.NonNegative;
}
