namespace Infoscope.Compute;

/// <summary>Runs parts on threads where they are worth it.</summary>
internal static class Work
{
    // About 30 microseconds: waking a thread takes a few.
    private const long LeastForThreads = 1 << 19;

    /// <summary>Runs every part once; on several threads if all of them together have enough to do.</summary>
    /// <param name="session">Says how many threads there may be, and when to end early.</param>
    /// <param name="parts">How many there are.</param>
    /// <param name="multiplications">The work of one of them.</param>
    /// <param name="part">What to do, given its number.</param>
    /// <exception cref="OperationCanceledException">The session was cancelled.</exception>
    public static void Run(ComputeSession session, int parts, long multiplications, Action<int> part)
    {
        if (parts * multiplications >= LeastForThreads)
        {
            Parts.Run(session, parts, part);
            return;
        }

        session.Cancellation.ThrowIfCancellationRequested();
        for (var i = 0; i < parts; i++) part(i);
    }
}
