using System.Runtime.InteropServices;

namespace Infoscope.Host.Reports;

/// <summary>The stream that data goes to. What a plugin writes to the console is talk and goes to stderr.</summary>
internal static class StandardOutput
{
    /// <summary>Gets the writer of data.</summary>
    public static TextWriter Writer { get; } = Console.Out;

    /// <summary>Sends all that is written to the console from now on to stderr.</summary>
    public static void Reserve()
    {
        _ = Writer;
        Console.SetOut(Console.Error);
    }

    /// <summary>Tells whether nobody reads it any more, as behind <c>head</c>. On Windows that cannot be told without writing, and this says no.</summary>
    public static bool IsGone()
    {
        if (OperatingSystem.IsWindows()) return false;
        const int output = 1;
        var polled = new Polled { Descriptor = output };
        return Poll(ref polled, 1, 0) > 0 && (polled.Found & (Polled.Error | Polled.HungUp)) != 0;
    }

    [DllImport("libc", EntryPoint = "poll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Poll(ref Polled polled, nuint count, int milliseconds);

    [StructLayout(LayoutKind.Sequential)]
    private struct Polled
    {
        public const short Error = 8, HungUp = 16;

        public int Descriptor;
        public short Asked;
        public short Found;
    }
}
