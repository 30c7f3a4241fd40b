using System.Globalization;

namespace Infoscope.Host.Verifying.Child;

/// <summary>What a child process may take.</summary>
/// <param name="Time">The time for one case.</param>
/// <param name="MemoryBytes">The memory of the process.</param>
/// <param name="MemoryText">The same as a user writes it.</param>
internal sealed record ChildLimits(TimeSpan Time, long MemoryBytes, string MemoryText)
{
    // Loading a plugin has a limit of its own, and a machine may be busy.
    private static readonly TimeSpan Loading = TimeSpan.FromSeconds(30);

    /// <summary>Gets the time for starting, loading and planning.</summary>
    public TimeSpan Start => Loading + Time;

    /// <summary>Gets the limit of time in words.</summary>
    public string TimeText => string.Create(CultureInfo.InvariantCulture, $"{Time.TotalSeconds:0.###} s");
}
