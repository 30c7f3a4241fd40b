using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Measuring;

/// <summary>What a measurement depends on beside the program.</summary>
public static class Machine
{
    /// <summary>Gets the name of the processor as the system tells it.</summary>
    public static string Processor { get; } = FromFile("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString();

    /// <summary>Gets the number of cores that this process may use.</summary>
    public static int Cores => Environment.ProcessorCount;

    /// <summary>Gets the runtime's name and version.</summary>
    public static string Runtime => RuntimeInformation.FrameworkDescription;

    /// <summary>Gets the memory in bytes.</summary>
    public static long MemoryBytes => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

    /// <summary>Gets the width in bits of the widest vectors that this runtime computes with in hardware.</summary>
    public static int VectorBits =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;

    /// <summary>Gets the mean number of programs that wanted a core over the last minute; NaN where the system does not say.</summary>
    public static double Load =>
        File.Exists("/proc/loadavg") ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture) : double.NaN;

    private static string? FromFile(string file, string field)
    {
        if (!File.Exists(file)) return null;
        return File.ReadLines(file).FirstOrDefault(line => line.StartsWith(field, StringComparison.Ordinal))?.Split(':', 2)[1].Trim();
    }
}
