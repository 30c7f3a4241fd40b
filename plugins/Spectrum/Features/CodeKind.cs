namespace Infoscope.Plugins.Spectrum.Features;

/// <summary>What the numbers of a row are taken as.</summary>
public enum CodeKind
{
    /// <summary>Activities of at least 0, such as the codes of a sparse autoencoder; a row with a number below 0 is refused.</summary>
    NonNegative,

    /// <summary>Numbers of either sign, of which the absolute value is the activity.</summary>
    Absolute,
}
