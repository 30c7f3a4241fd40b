using System.Runtime.ExceptionServices;
using Infoscope.Compute;

namespace Infoscope.Plugins.DiffusionSpectral.Entropies;

/// <summary>Does independent small works on the processor, each on one thread with a session of that thread, where the session of the estimation may use several.</summary>
/// <remarks>A small matrix has too little work for threads of its own. A session gives the same bits for every number of threads, and no work sees another, so neither does what comes out.</remarks>
internal static class SideBySide
{
    /// <summary>Does every work once.</summary>
    /// <param name="context">Opens the sessions, and says when to end.</param>
    /// <param name="works">The number of works.</param>
    /// <param name="work">Does one of them.</param>
    /// <exception cref="OperationCanceledException">The estimation was cancelled; no work is being done any more.</exception>
    public static void Run(EstimationContext context, int works, Action<ComputeSession, int> work)
    {
        var threads = Math.Min(context.Compute.Threads, works);
        if (threads <= 1)
        {
            for (var i = 0; i < works; i++) work(context.Compute, i);
            return;
        }

        var failures = new Exception?[works];
        Parallel.For(
            0,
            works,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = context.Cancellation },
            () => Open(context),
            (i, _, session) =>
            {
                try
                {
                    work(session, i);
                }
                catch (Exception failure) when (failure is NumericalFailureException or OperationCanceledException)
                {
                    failures[i] = failure;
                }

                return session;
            },
            session => session.Dispose());

        // The first of them is what one thread alone would have thrown.
        if (Array.Find(failures, failure => failure is not null) is { } first) ExceptionDispatchInfo.Throw(first);
    }

    private static ComputeSession Open(EstimationContext context)
    {
        var session = context.OpenCompute();
        session.Threads = 1;
        session.Cancellation = context.Cancellation;
        return session;
    }
}
