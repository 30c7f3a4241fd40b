using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Infoscope.Host.Logging;

/// <summary>The host's log: on stderr, and in a file when asked. Nothing of the library reaches a plugin.</summary>
internal static class HostLog
{
    /// <summary>Says why a log cannot be written into a file; null when it can.</summary>
    public static string? WhyNotInto(string file)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            File.AppendAllText(file, "");
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return failure.Message;
        }
    }

    public static Logger Create(bool quiet, string? file)
    {
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Debug()
            .WriteTo.Console(
                restrictedToMinimumLevel: quiet ? LogEventLevel.Error : LogEventLevel.Information,
                standardErrorFromLevel: LogEventLevel.Verbose,
                formatter: new PlainLines());
        if (file is not null)
            configuration.WriteTo.File(file, outputTemplate: "{Timestamp:yyyy-MM-dd HH:mm:ss.fff} {Level:u3} {Message:lj}{NewLine}{Exception}", formatProvider: CultureInfo.InvariantCulture);
        return configuration.CreateLogger();
    }
}
