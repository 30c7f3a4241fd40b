using System.Diagnostics;
using Infoscope.Testing;

namespace Infoscope.Packages.Tests.Packing;

/// <summary>Runs programs as a user types them.</summary>
internal static class Shell
{
    /// <summary>Runs a program in a folder until it ends.</summary>
    public static ShellRun Run(string folder, IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        var (exitCode, output, errors) = Programs.Run(Programs.In(folder, environment, program, arguments));
        return new ShellRun($"{Path.GetFileName(program)} {string.Join(' ', arguments)}", exitCode, output, errors, watch.Elapsed.TotalSeconds);
    }
}
