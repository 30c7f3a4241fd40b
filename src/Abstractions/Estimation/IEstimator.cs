namespace Infoscope;

/// <summary>A way to estimate quantities from activations.</summary>
/// <remarks>
/// An estimator is a public sealed class with a public constructor without arguments, an <see cref="EstimatorAttribute"/> and one
/// <see cref="EstimatesAttribute"/> per quantity. It holds no state: everything of one run lives in the estimation. Safe for any number of threads.
/// </remarks>
public interface IEstimator
{
    /// <summary>Says what the estimator needs under these options.</summary>
    /// <exception cref="OptionException">An option has a value that is not allowed.</exception>
    InputRequirements Requires(OptionValues options);

    /// <summary>Begins an estimation that has seen no row.</summary>
    /// <exception cref="OptionException">An option has a value that is not allowed for this shape.</exception>
    /// <exception cref="ActivationShapeException">The shape cannot be used.</exception>
    IEstimation Begin(EstimationContext context);
}
