using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Infoscope.Loading;

/// <summary>Runs work on a thread of its own for at most a given time.</summary>
internal static class TimeLimit
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs a plugin's code and gives its result. The clock counts, because code that waits uses no processor.</summary>
    /// <returns>False when the work did not end in time; its thread then runs on in the background.</returns>
    public static bool TryRun<T>(Func<T> work, TimeSpan limit, string threadName, [MaybeNullWhen(false)] out T result) =>
        TryRun(work, thread => thread.Join(limit), stackBytes: 0, threadName, out result);

    /// <summary>Runs work for which the processor's time counts, so that a busy machine takes nothing from it. The time of the whole process counts, because the compiler has several threads.</summary>
    /// <param name="work">What is done.</param>
    /// <param name="processor">The limit in time of the processor.</param>
    /// <param name="clock">The limit for work that waits for something that never comes.</param>
    /// <param name="stackBytes">The stack of the thread.</param>
    /// <param name="threadName">The thread's name.</param>
    /// <param name="result">What the work gave.</param>
    /// <returns>False when the work did not end in time; its thread then runs on in the background.</returns>
    public static bool TryRun<T>(Func<T> work, TimeSpan processor, TimeSpan clock, int stackBytes, string threadName, [MaybeNullWhen(false)] out T result)
    {
        var (used, begun) = (Used(), Stopwatch.GetTimestamp());
        return TryRun(
            work,
            thread =>
            {
                do
                {
                    if (Used() - used > processor || Stopwatch.GetElapsedTime(begun) > clock) return false;
                }
                while (!thread.Join(Look));
                return true;
            },
            stackBytes,
            threadName,
            out result);
    }

    private static TimeSpan Used() => Environment.CpuUsage.TotalTime;

    private static bool TryRun<T>(Func<T> work, Func<Thread, bool> wait, int stackBytes, string threadName, [MaybeNullWhen(false)] out T result)
    {
        T? made = default;
        var thread = new Thread(() => made = work(), stackBytes) { IsBackground = true, Name = threadName };
        thread.Start();
        var ended = wait(thread);
        result = ended ? made : default;
        return ended;
    }
}
