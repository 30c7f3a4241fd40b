using System.CommandLine;
using System.CommandLine.Parsing;
using Infoscope.Host.Inputs;
using Infoscope.Host.Inspection;

namespace Infoscope.Host.Commands;

/// <summary>Finds what is wrong with a command line before anything runs, each a sentence.</summary>
internal static class CommandLineProblems
{
    /// <summary>Gives every problem, those that the parser states in its own words in plainer ones.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        if (parsed.Errors.Count == 0 && !parsed.CommandResult.Tokens.Any(token => IsOption(token.Value))) return [];
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0) return OfParent(command, parsed);

        // What looks like an option and is none was taken for an argument, as was its value: only the option is told of.
        var unknown = parsed.CommandResult.Tokens.Select(token => token.Value).Concat(parsed.UnmatchedTokens).Where(IsOption).ToArray();
        if (unknown.Length > 0) return [.. unknown.Select(token => NoOption(command, token))];
        var errors = parsed.Errors.Where(error => !parsed.UnmatchedTokens.Any(token => error.Message.Contains($"'{token}'", StringComparison.Ordinal)));
        return [.. errors.Select(error => Plainly(error, command)), .. parsed.UnmatchedTokens.Select(token => $"'{token}' is too much for {NameOf(command)}; leave it out.")];
    }

    /// <summary>Names a command as it is typed.</summary>
    public static string NameOf(Command command) => command is RootCommand ? "infoscope" : $"{NameOf(command.Parents.OfType<Command>().First())} {command.Name}";

    private static IReadOnlyList<string> OfParent(Command parent, ParseResult parsed)
    {
        var kind = parent switch { RootCommand => "command", NewCommand => "kind of plugin", _ => parent.Name };
        var commands = parent.Subcommands.Select(command => command.Name);
        return parsed.UnmatchedTokens switch
        {
            [] => [$"a {kind} is needed; {Suggest.Sentence("", commands)}"],
            [var first, ..] when IsOption(first) => [NoOption(parent, first)],
            [var first, ..] when parent is RootCommand && IsActivations(first) => [$"there is no command '{first}'; did you mean infoscope compare {ShellText.Quoted(first)}?"],
            [var first, ..] => [$"there is no {kind} '{first}'; {Suggest.Sentence(first, commands)}"],
        };
    }

    // Whatever else a parser says stands as it is: the options' own parsers say what is wrong with a value.
    private static string Plainly(ParseError error, Command command)
    {
        if ((error.SymbolResult as OptionResult ?? error.SymbolResult?.Parent as OptionResult) is { } given)
        {
            return (given.Tokens.Count, given.Option.Arity.MaximumNumberOfValues) switch
            {
                (0, _) => $"{given.Option.Name} needs a value, {given.Option.HelpName}.",
                (2, 1) => $"{given.Option.Name} is given twice; give it once.",
                (> 2, 1) => $"{given.Option.Name} is given {given.Tokens.Count} times; give it once.",
                _ => error.Message,
            };
        }

        return command switch
        {
            DescribeCommand => "describe needs an ID; infoscope list shows them.",
            VerifyCommand => "verify needs PLUGIN; give a folder, a DLL, or an estimator that infoscope list shows.",
            LayerProfileCommand or PowerLawCommand or InformationPlaneCommand => $"{command.Name} needs RESULTS; give what infoscope compare wrote with --format jsonl or with --out, or - for stdin.",
            NewEstimatorCommand => "new estimator needs NAME; give the name of the plugin, such as Acme.Knn.",
            MergeCommand => "merge needs STATE...; give the files that infoscope compare --save-state wrote.",
            _ => error.Message,
        };
    }

    private static bool IsActivations(string token)
    {
        var path = FileSpec.Parse(token).Path;
        return Path.Exists(path) || FileFinder.IsArrays(path) || Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsOption(string token) => token.Length > 1 && token[0] == '-' && char.IsAsciiLetter(token.TrimStart('-').FirstOrDefault());

    private static string NoOption(Command command, string token) => $"there is no option '{token}'; {Suggest.Sentence(token.Split('=')[0], command.Options.Where(option => !option.Hidden).Select(option => option.Name).Append("--help").Distinct())}";
}
