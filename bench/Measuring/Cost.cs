using System.Diagnostics;

namespace Infoscope.Measuring;

/// <summary>What one run took: seconds on the clock, and seconds of all processors together, which other programs on the machine disturb less.</summary>
public readonly record struct Cost(double WallSeconds, double ProcessorSeconds)
{
    /// <summary>Measures a run in this process.</summary>
    public static Cost Of(Action run)
    {
        ArgumentNullException.ThrowIfNull(run);
        using var process = Process.GetCurrentProcess();
        var processor = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        run();
        var wall = clock.Elapsed.TotalSeconds;
        process.Refresh();
        return new(wall, (process.TotalProcessorTime - processor).TotalSeconds);
    }
}
