using System.Runtime.InteropServices;
using Infoscope.Host.Logging;

namespace Infoscope.Host.Ending;

/// <summary>Makes it a failure, and says so, when the process ends before its command has: only a plugin ends it so, by Environment.Exit.</summary>
internal sealed class ExitGuard : IDisposable
{
    // A plugin may put another writer in its place.
    private readonly TextWriter errors = Console.Error;

    public ExitGuard() => AppDomain.CurrentDomain.ProcessExit += Fail;

    /// <summary>Lets the process end: the command has ended.</summary>
    public void Dispose() => AppDomain.CurrentDomain.ProcessExit -= Fail;

    private void Fail(object? sender, EventArgs ending)
    {
        errors.WriteLine(Printable.Of($"a plugin ended the process{(Underway.What is { } what ? $" while the host was {what}" : "")}, so the command did not finish; no plugin may call Environment.Exit."));
        Environment.ExitCode = ExitCode.WrongInput;

        // Another thread of the plugin may be on its way to end the process with a code of its own.
        errors.Flush();
        if (!OperatingSystem.IsWindows()) EndNow(ExitCode.WrongInput);
    }

    [DllImport("libc", EntryPoint = "_exit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern void EndNow(int code);
}
