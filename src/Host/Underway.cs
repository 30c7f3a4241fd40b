namespace Infoscope.Host;

/// <summary>What the host waits for just now, told where a command does not end, or ends too soon. One command runs in a process.</summary>
internal static class Underway
{
    private static volatile Step? step;

    /// <summary>Gets what the host is doing, such as "loading estimator 'knn'"; null when it is nothing in which a plugin takes part.</summary>
    public static string? What => step?.What;

    /// <summary>Gets whether plugins are being found or loaded, so that there are no results yet that could be lost.</summary>
    public static bool IsLoading => step is { IsLoading: true };

    /// <summary>Finds or loads something of a plugin.</summary>
    public static T Loading<T>(string what, Func<T> work) => During(new Step(what, IsLoading: true), work);

    /// <summary>Runs something of a plugin.</summary>
    public static T Running<T>(string what, Func<T> work) => During(new Step(what, IsLoading: false), work);

    private static T During<T>(Step begun, Func<T> work)
    {
        var before = step;
        step = begun;
        try
        {
            return work();
        }
        finally
        {
            step = before;
        }
    }

    private sealed record Step(string What, bool IsLoading);
}
