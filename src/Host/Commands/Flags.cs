using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace Infoscope.Host.Commands;

/// <summary>Makes the options of a command; none has a default of its own, so that what was not said can be told apart.</summary>
internal static class Flags
{
    /// <summary>Makes an option with one value.</summary>
    public static Option<string?> One(string name, string help, string description) => new(name) { HelpName = help, Description = description };

    /// <summary>Makes an option that can be given several times.</summary>
    public static Option<string[]> Many(string name, string help, string description) => new(name) { HelpName = help, Description = description, Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };

    /// <summary>Makes an option with a whole number.</summary>
    public static Option<T?> Whole<T>(string name, string description)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T> => new(name)
        {
            HelpName = "N",
            Description = description,
            CustomParser = result =>
            {
                if (T.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
                result.AddError($"{name} is '{result.Tokens[0].Value}'; a whole number from 0 to {T.MaxValue} is needed.");
                return null;
            },
        };

    /// <summary>Gives the values of an option; null when it was not given.</summary>
    public static string[]? Given(ParseResult parse, Option<string[]> option) => parse.GetResult(option) is null ? null : parse.GetValue(option);
}
