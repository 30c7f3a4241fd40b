namespace Infoscope.Compute;

/// <summary>Runs the independent parts of one operation on the threads that a session may use.</summary>
/// <remarks>What the parts are must not depend on the number of threads, and no part may add to what another one does: then no bit depends on it either.</remarks>
internal static class Parts
{
    /// <summary>Runs every part once, on the caller's thread and as many others as are allowed.</summary>
    /// <exception cref="OperationCanceledException">The session was cancelled; parts that had begun have ended.</exception>
    public static void Run(ComputeSession session, int parts, Action<int> part)
    {
        if (session.Threads == 1 || parts <= 1)
        {
            for (var i = 0; i < parts; i++)
            {
                session.Cancellation.ThrowIfCancellationRequested();
                part(i);
            }

            return;
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = session.Threads, CancellationToken = session.Cancellation };
        try
        {
            Parallel.For(0, parts, options, part);
        }
        catch (AggregateException failures) when (failures.InnerException is { } first)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(first);
        }
    }
}
