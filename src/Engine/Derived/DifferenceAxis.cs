namespace Infoscope.Engine.Derived;

/// <summary>Along what differences are taken.</summary>
public enum DifferenceAxis
{
    /// <summary>Each checkpoint less the one before it, layer by layer.</summary>
    Steps,

    /// <summary>Each layer less the one before it, checkpoint by checkpoint.</summary>
    Layers,
}
