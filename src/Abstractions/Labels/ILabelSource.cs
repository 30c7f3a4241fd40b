namespace Infoscope;

/// <summary>Derives labels from arrays and other label sets.</summary>
/// <remarks>
/// A source is a public sealed class with a public constructor without arguments, a <see cref="LabelSourceAttribute"/> and one
/// <see cref="LabelArgumentAttribute"/> per argument. It must depend on nothing but the request.
/// </remarks>
public interface ILabelSource
{
    /// <summary>Derives a label set.</summary>
    /// <exception cref="OptionException">An argument has a value that is not allowed.</exception>
    /// <exception cref="ActivationShapeException">An array has a shape that cannot be used.</exception>
    LabelSet Derive(LabelRequest request);
}
