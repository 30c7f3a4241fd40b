namespace Infoscope;

/// <summary>One run of an estimator over one set of activations, or over one fold of it.</summary>
/// <remarks>Its calls come from one thread, and its rows in increasing order.</remarks>
public interface IEstimation : IDisposable
{
    /// <summary>Takes in a block of rows.</summary>
    /// <exception cref="OperationCanceledException">The context's cancellation was requested.</exception>
    void Observe(in ActivationBlock block);

    /// <summary>Computes the estimates from everything observed and merged so far, and leaves the state as it is.</summary>
    /// <exception cref="NumericalFailureException">There is no trustworthy answer.</exception>
    EstimateSet Complete();

    /// <summary>Frees what the estimation holds; there is nothing to do for one that holds nothing but memory.</summary>
    void IDisposable.Dispose()
    {
    }
}
