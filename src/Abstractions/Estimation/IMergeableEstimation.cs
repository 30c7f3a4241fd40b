namespace Infoscope;

/// <summary>An estimation whose state adds up: over folds, files and machines.</summary>
public interface IMergeableEstimation : IEstimation
{
    /// <summary>Adds the state of another estimation of the same estimator, options and seed, and leaves that one as it is.</summary>
    /// <remarks>The other's context may have more label sets: this one's must be the first of them. What the other has beyond is left out.</remarks>
    /// <exception cref="ArgumentException"><paramref name="other"/> is of another type, or was begun with other options, seed, shape or label sets.</exception>
    void Merge(IEstimation other);

    /// <summary>Writes the state, for <see cref="IRestoringEstimator.Restore"/>.</summary>
    void Save(Stream to);
}
