using Infoscope.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Infoscope.Analyzers.Tests.Templates;

/// <summary>What a new plugin starts from breaks no rule.</summary>
public sealed class TemplateCodeTests
{
    [Theory]
    [InlineData("estimator", "TemplateProject")]
    [InlineData("estimator-file")]
    public async Task ANewEstimatorCompilesWithoutAWarningAndEveryRuleIsSilent(params string[] folder)
    {
        string[] files = [.. Directory.EnumerateFiles(Repository.PathOf(typeof(TemplateCodeTests).Assembly, ["templates", "content", .. folder]), "*.cs").Order(StringComparer.Ordinal)];
        Assert.NotEmpty(files);
        var compilation = PluginCode.Compile("").AddSyntaxTrees(files.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), PluginCode.ParseOptions, file)));
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        Assert.Empty(await PluginCode.Analyze(compilation, [.. AllRules.Create()]));
    }
}
