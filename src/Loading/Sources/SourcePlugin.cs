using System.Runtime.CompilerServices;

namespace Infoscope.Loading;

/// <summary>Makes an assembly of a source file, or takes the one that an earlier run made. The compiler is loaded only if it is needed.</summary>
internal static class SourcePlugin
{
    // The compiler descends into what is nested; what is deeper than this takes is refused before.
    private const int StackBytes = 64 << 20;

    /// <summary>Reads and compiles a file.</summary>
    /// <exception cref="PluginLoadException">It is no plugin in one file, or it does not compile.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static CompiledSource Compile(string path, SourceSettings settings)
    {
        var source = SourceFile.Read(path);
        var key = SourceKey.Of(source);
        if (settings.Cache?.Read(key) is { } known) return known;
        if (HostAssemblies.IsSelfContained)
            throw new PluginLoadException(PluginFailure.CompilerFailed, path, $"{path} cannot be compiled, because this host brings its own .NET; use a host that runs on an installed one, or make a plugin project of the file.");
        var compiled = CompileInTime(source, settings);
        settings.Cache?.Write(key, compiled);
        return compiled;
    }

    private static CompiledSource CompileInTime(SourceFile source, SourceSettings settings)
    {
        // Not disposed: an abandoned compiler may look at it long after.
        var stop = new CancellationTokenSource();
        if (!TimeLimit.TryRun(() => Attempt(source, stop.Token), settings.TimeLimit, settings.ClockLimit, StackBytes, $"compiler of {source.Name}", out var made))
        {
            stop.Cancel();
            throw new PluginLoadException(PluginFailure.CompilerFailed, source.Path, FormattableString.Invariant($"{source.Path} was not compiled within {settings.TimeLimit.TotalSeconds:0.###} s of processor time, or {settings.ClockLimit.TotalSeconds:0.###} s by the clock; the compiler was abandoned, and the file is not used: make its expressions simpler."));
        }

        return made.Compiled ?? throw new PluginLoadException(made.Refusal!);
    }

    // On a thread of its own nothing may be thrown.
    private static (CompiledSource? Compiled, PluginRefusal? Refusal) Attempt(SourceFile source, CancellationToken cancellation)
    {
        try
        {
            return (Compile(source, cancellation), null);
        }
        catch (PluginLoadException refused)
        {
            return (null, refused.Refusal);
        }
        catch (Exception error)
        {
            var cause = error is AggregateException { InnerExceptions: [var only] } ? only : error;
            var sentence = $"{source.Path} could not be compiled, because the compiler broke off with {cause.GetType().Name}: {ExceptionText.OneLine(cause)}";
            return (null, new() { Failure = PluginFailure.CompilerFailed, Path = source.Path, Sentence = sentence });
        }
    }

    // Apart, so that nothing of the compiler is looked for before it is called.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static CompiledSource Compile(SourceFile source, CancellationToken cancellation) => SourceCompiler.Compile(source, cancellation);
}
