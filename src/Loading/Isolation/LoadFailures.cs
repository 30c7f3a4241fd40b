using System.Reflection;
using System.Text.RegularExpressions;

namespace Infoscope.Loading;

/// <summary>Sorts what loading and constructing threw into failures with one sentence each.</summary>
internal static partial class LoadFailures
{
    /// <summary>Describes an exception; nothing of it is kept.</summary>
    /// <param name="error">What was thrown.</param>
    /// <param name="path">The plugin's DLL.</param>
    /// <param name="subject">What was being made, such as "the constructor of estimator 'x'".</param>
    public static PluginRefusal Describe(Exception error, string path, string subject)
    {
        var cause = Unwrap(error);
        if (cause is PluginLoadException refused) return refused.Refusal;
        var message = ExceptionText.OneLine(cause);
        if (MissingPart(cause, message) is { } needed) return Refusal(PluginFailure.MissingDependency, $"{subject} in {path} needs {needed}");
        return ReferenceEquals(cause, error)
            ? Refusal(PluginFailure.NotLoadable, $"{subject} in {path} could not be loaded, {cause.GetType().Name}: {message}")
            : Refusal(PluginFailure.ConstructorThrew, $"{subject} in {path} threw {cause.GetType().Name}: {message}");

        PluginRefusal Refusal(PluginFailure failure, string sentence) => new() { Failure = failure, Path = path, Sentence = sentence };
    }

    // Reflection wraps what a constructor throws, and the runtime what a static or module initializer throws.
    private static Exception Unwrap(Exception error) => error switch
    {
        TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
        TypeInitializationException { InnerException: { } inner } => Unwrap(inner),
        _ => error,
    };

    private static string? MissingPart(Exception cause, string message) => cause switch
    {
        FileNotFoundException { FileName: { } name } when IsAssemblyName(name) => $"{Assembly(name)}, which cannot be found; copy the plugin's whole build output there.",
        FileLoadException { FileName: { } name } when IsAssemblyName(name) => $"{Assembly(name)}, which could not be loaded: {CouldNotLoad().Replace(message, "")}",
        BadImageFormatException { FileName: { } name } => $"{Assembly(name)}, which is damaged or no .NET assembly; copy the plugin's whole build output there again.",
        DllNotFoundException => $"the native library {Quoted().Match(message).Groups[1].Value}, which cannot be found or loaded; copy the plugin's whole build output there.",
        EntryPointNotFoundException => $"a function that a native library does not have: {message}",
        TypeLoadException => $"another version {FoundVersion(message)}: {message}",
        MissingMemberException => $"another version of an assembly: {message}",
        _ => null,
    };

    private static string FoundVersion(string message) => AssemblyInMessage().Match(message) is { Success: true } match
        ? $"of the assembly {match.Groups["name"].Value} than {match.Groups["version"].Value}"
        : "of an assembly";

    // A plugin's own FileNotFoundException names a file; the runtime's names an assembly with its version.
    private static bool IsAssemblyName(string name) => name.Contains(", Version=", StringComparison.Ordinal);

    private static string Assembly(string name) => DisplayName().Match(name) is { Success: true } match
        ? $"the assembly {match.Groups["name"].Value} {match.Groups["version"].Value}"
        : $"the assembly {Path.GetFileNameWithoutExtension(name)}";

    // What the runtime's messages start with and the sentence has said already.
    [GeneratedRegex("^Could not load file or assembly '[^']*'\\. ", RegexOptions.CultureInvariant)]
    private static partial Regex CouldNotLoad();

    [GeneratedRegex("'([^']+)'", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex("^(?<name>[^,]+), Version=(?<version>[0-9.]+)", RegexOptions.CultureInvariant)]
    private static partial Regex DisplayName();

    [GeneratedRegex("assembly '(?<name>[^',]+), Version=(?<version>[0-9.]+)", RegexOptions.CultureInvariant)]
    private static partial Regex AssemblyInMessage();
}
