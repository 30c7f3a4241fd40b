namespace Infoscope;

/// <summary>An estimator that can take up a saved state again.</summary>
public interface IRestoringEstimator : IEstimator
{
    /// <summary>Reads a state written by <see cref="IMergeableEstimation.Save"/> under an equal context.</summary>
    /// <exception cref="InvalidDataException">The stream holds no such state, or that of another context.</exception>
    IMergeableEstimation Restore(EstimationContext context, Stream from);
}
