using Infoscope.Formats;
using Infoscope.Loading;

namespace Infoscope.Host;

/// <summary>Something the user can mend: one sentence for each problem, and exit code 1.</summary>
internal sealed class UserError(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    public UserError(string problem)
        : this([problem])
    {
    }

    public IReadOnlyList<string> Problems => problems;

    /// <summary>Gives the sentences of an exception whose message is meant for users; null for a defect of the host.</summary>
    public static IReadOnlyList<string>? ProblemsOf(Exception failure) => failure switch
    {
        UserError user => user.Problems,
        OptionException or ActivationShapeException or NumericalFailureException or ArrayFileException or PluginLoadException => [failure.Message],
        AggregateException several when several.InnerExceptions.All(one => ProblemsOf(one) is not null) => [.. several.InnerExceptions.SelectMany(one => ProblemsOf(one)!)],
        IOException or UnauthorizedAccessException => [failure.Message],
        _ => null,
    };
}
