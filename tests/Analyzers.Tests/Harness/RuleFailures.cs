using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Infoscope.Analyzers.Tests;

/// <summary>Exceptions that rules let out, over code that need not compile.</summary>
internal static class RuleFailures
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> All = [.. AllRules.Create()];

    /// <summary>Asserts that no rule throws.</summary>
    public static async Task AssertNone(string what, Compilation compilation)
    {
        var failures = await Of(compilation, All);
        Assert.True(failures.Count == 0, $"{what}:\n{string.Join("\n", failures)}");
    }

    /// <summary>Gives what some rules throw, also while they make their messages.</summary>
    public static async Task<IReadOnlyCollection<string>> Of(Compilation compilation, params ImmutableArray<DiagnosticAnalyzer> rules)
    {
        var failures = new ConcurrentQueue<string>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (error, rule, _) => failures.Enqueue($"{rule.GetType().Name}: {error}"), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var found = await compilation.WithAnalyzers(rules, options).GetAnalyzerDiagnosticsAsync();
        // Messages are made late, of syntax that may be missing.
        Assert.All(found, diagnostic => Assert.NotEmpty(diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
        return failures;
    }
}
