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
        if (command is RootCommand) return OfRoot(command, parsed);

        // What looks like an option and is none was taken for an argument, as was its value: only the option is told of.
        var unknown = parsed.CommandResult.Tokens.Select(token => token.Value).Concat(parsed.UnmatchedTokens).Where(IsOption).ToArray();
        if (unknown.Length > 0) return [.. unknown.Select(token => NoOption(command, token))];
        var errors = parsed.Errors.Where(error => !parsed.UnmatchedTokens.Any(token => error.Message.Contains($"'{token}'", StringComparison.Ordinal)));
        return [.. errors.Select(error => Plainly(error, command)), .. parsed.UnmatchedTokens.Select(token => $"'{token}' is too much for infoscope {command.Name}; leave it out.")];
    }

    private static IReadOnlyList<string> OfRoot(Command root, ParseResult parsed)
    {
        var commands = root.Subcommands.Select(command => command.Name);
        return parsed.UnmatchedTokens switch
        {
            [] => [$"a command is needed; {Suggest.Sentence("", commands)}"],
            [var first, ..] when IsOption(first) => [NoOption(root, first)],
            [var first, ..] when IsActivations(first) => [$"there is no command '{first}'; did you mean infoscope compare {ShellText.Quoted(first)}?"],
            [var first, ..] => [$"there is no command '{first}'; {Suggest.Sentence(first, commands)}"],
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
