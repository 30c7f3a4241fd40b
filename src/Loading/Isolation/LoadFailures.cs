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
        if (MissingPart(cause) is { } needed) return Refusal(PluginFailure.MissingDependency, $"{subject} in {path} needs {needed}");
        var message = ExceptionText.OneLine(cause);
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
        ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } => Unwrap(first),
        _ => error,
    };

    private static string? MissingPart(Exception cause) => cause switch
    {
        FileNotFoundException { FileName: { } name } when IsAssemblyName(name) => $"{Assembly(name)}, which cannot be found; copy the plugin's whole build output there.",
        FileLoadException { FileName: { } name } when IsAssemblyName(name) => $"{Assembly(name)}, which could not be loaded: {ExceptionText.OneLine(cause)}",
        BadImageFormatException { FileName: { } name } => $"{Assembly(name)}, which is damaged or no .NET assembly; copy the plugin's whole build output there again.",
        DllNotFoundException => $"a native library that could not be loaded: {ExceptionText.OneLine(cause)}",
        EntryPointNotFoundException => $"a function that a native library does not have: {ExceptionText.OneLine(cause)}",
        TypeLoadException => $"another version of {(AssemblyInMessage().Match(cause.Message) is { Success: true } match ? Assembly(match.Groups[1].Value) : "an assembly")}: {ExceptionText.OneLine(cause)}",
        MissingMemberException => $"another version of an assembly: {ExceptionText.OneLine(cause)}",
        _ => null,
    };

    // A plugin's own FileNotFoundException names a file; the runtime's names an assembly with its version.
    private static bool IsAssemblyName(string name) => name.Contains(", Version=", StringComparison.Ordinal);

    private static string Assembly(string name) => DisplayName().Match(name) is { Success: true } match
        ? $"the assembly {match.Groups["name"].Value} {match.Groups["version"].Value}"
        : $"the assembly {Path.GetFileNameWithoutExtension(name)}";

    [GeneratedRegex("^(?<name>[^,]+), Version=(?<version>[0-9.]+)", RegexOptions.CultureInvariant)]
    private static partial Regex DisplayName();

    [GeneratedRegex("assembly '([^']+)'", RegexOptions.CultureInvariant)]
    private static partial Regex AssemblyInMessage();
}
