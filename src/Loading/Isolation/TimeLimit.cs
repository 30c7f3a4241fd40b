using System.Diagnostics.CodeAnalysis;

namespace Infoscope.Loading;

/// <summary>Runs a plugin's code on a thread of its own for at most a given time.</summary>
internal static class TimeLimit
{
    /// <summary>Runs work and gives its result.</summary>
    /// <returns>False when the work did not end in time; its thread then runs on in the background.</returns>
    public static bool TryRun<T>(Func<T> work, TimeSpan limit, string threadName, [MaybeNullWhen(false)] out T result)
    {
        T? made = default;
        var thread = new Thread(() => made = work()) { IsBackground = true, Name = threadName };
        thread.Start();
        var ended = thread.Join(limit);
        result = ended ? made : default;
        return ended;
    }
}
