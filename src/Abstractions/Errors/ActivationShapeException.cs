namespace Infoscope;

/// <summary>Activations, labels or a reference have a shape that cannot be used.</summary>
public sealed class ActivationShapeException : ArgumentException
{
    /// <summary>Makes the exception with one sentence: what, which, actual, allowed, what to do.</summary>
    public ActivationShapeException(string message)
        : base(message)
    {
    }
}
