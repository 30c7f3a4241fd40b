using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Infoscope.Analyzers.Tests.Conventions;

/// <summary>Rules run while somebody types.</summary>
public sealed class IncompleteCodeTests
{
    private const int Step = 29;

    public static TheoryData<string> Ids => [.. RuleIndex.Rules.Select(rule => rule.Descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task NoRuleThrowsOnTheCodeOfAPageWhileItIsTyped(string id)
    {
        var page = new RulePageFile(RuleIndex.Of(id));
        ImmutableArray<DiagnosticAnalyzer> rules = [.. RuleIndex.Rules];
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), (error, rule, _) => Assert.Fail($"{rule}: {error}"), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        foreach (var code in page.Code("Wrong").Concat(page.Code("Right")))
        {
            for (var length = Step; length < code.Length; length += Step)
                await PluginCode.Compile(code[..length]).WithAnalyzers(rules, options).GetAnalyzerDiagnosticsAsync();
        }
    }
}
