namespace Infoscope.Engine.Studies;

/// <summary>One layer of a profile, and what changed from the layer before.</summary>
public sealed record ProfiledLayer
{
    /// <summary>Gets the name of the layer.</summary>
    public required string Layer { get; init; }

    /// <summary>Gets the row that the value is from.</summary>
    public required StudyRow Row { get; init; }

    /// <summary>Gets the value less that of the layer before; null for the first layer, and where one of the two is not finite.</summary>
    public double? Change { get; init; }

    /// <summary>Gets the standard error of the change, the errors of the two layers taken as independent; null unless both are known.</summary>
    /// <remarks>Layers over the same rows err together, so this is more often too large than too small.</remarks>
    public double? ChangeError { get; init; }
}
