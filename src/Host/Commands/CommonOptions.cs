using System.CommandLine;
using Infoscope.Host.Logging;
using Serilog;

namespace Infoscope.Host.Commands;

/// <summary>The options that every command has, and the one place where failures become sentences and exit codes.</summary>
internal sealed class CommonOptions
{
    private readonly Option<string[]> plugin = new("--plugin") { HelpName = "PATH", Description = "A plugin beside the installed ones: a folder, a DLL, or a .cs file, which is compiled" };
    private readonly Option<bool> quiet = new("--quiet") { Description = "Say nothing on stderr but errors" };
    private readonly Option<string?> logFile = new("--log-file") { HelpName = "FILE", Description = "Also write the log, with details, into a file" };

    public void AddTo(Command command)
    {
        command.Add(plugin);
        command.Add(quiet);
        command.Add(logFile);
    }

    public bool IsQuiet(ParseResult parse) => parse.GetValue(quiet);

    /// <summary>Gives the plugins beside the installed ones; null when none was named.</summary>
    /// <exception cref="UserError">One is an empty text, which is no path.</exception>
    public IReadOnlyList<string>? PluginPaths(ParseResult parse)
    {
        if (parse.GetResult(plugin) is null) return null;
        var paths = parse.GetValue(plugin);
        return paths?.Contains("") == true ? throw new UserError("--plugin is empty; give a folder, a DLL or a .cs file.") : paths;
    }

    /// <summary>Runs a command.</summary>
    public int Run(ParseResult parse, Func<ILogger, int> command)
    {
        if (parse.GetValue(logFile) is { } file && HostLog.WhyNotInto(file) is { } reason)
        {
            Console.Error.WriteLine($"--log-file {file} cannot be written: {reason}");
            return ExitCode.WrongInput;
        }

        using var log = HostLog.Create(IsQuiet(parse), parse.GetValue(logFile));
        try
        {
            return command(log);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Cancelled;
        }
        catch (OutOfMemoryException)
        {
            log.Error("the memory is used up; use fewer label sets, a smaller --null, fewer anchors or units, or compare fewer rows at a time");
            return ExitCode.WrongInput;
        }
        catch (Exception failure) when (UserError.ProblemsOf(failure) is { } problems)
        {
            log.Debug(failure, "wrong input");
            foreach (var problem in problems) log.Error("{Problem:l}", problem);
            return ExitCode.WrongInput;
        }
    }
}
