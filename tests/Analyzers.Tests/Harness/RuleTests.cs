using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Infoscope.Analyzers.Tests;

/// <summary>What the tests of one rule share; each test class is named after its rule.</summary>
/// <typeparam name="TRule">The rule.</typeparam>
public abstract class RuleTests<TRule>
    where TRule : Rule, new()
{
    /// <summary>Asserts that the rule reports the marked places and no other, with these messages in order of place.</summary>
    protected static Task Reports(string marked, params string[] messages) => Reports([], marked, messages);

    /// <summary>The same of code that refers to more than .NET and the contract.</summary>
    protected static async Task Reports(ImmutableArray<MetadataReference> also, string marked, params string[] messages)
    {
        var expected = new MarkedCode(marked);
        Assert.NotEmpty(expected.Spans);
        var found = await PluginCode.Analyze(PluginCode.Compile(expected.Code, also: also), new TRule());
        Assert.Equal(expected.Spans.Select(span => expected.Code[span.Start..span.End]), found.Select(one => expected.Code[one.Location.SourceSpan.Start..one.Location.SourceSpan.End]));
        Assert.Equal(expected.Spans, found.Select(one => one.Location.SourceSpan));
        Assert.Equal(messages, found.Select(one => one.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>Asserts that the rule says nothing about code that knows the contract.</summary>
    protected static Task IsQuiet(string code) => IsQuiet([], code);

    /// <summary>The same of code that refers to more than .NET and the contract.</summary>
    protected static async Task IsQuiet(ImmutableArray<MetadataReference> also, string code) => Assert.Empty(await PluginCode.Analyze(PluginCode.Compile(code, also: also), new TRule()));

    /// <summary>Asserts that the rule says nothing about code that does not know the contract.</summary>
    protected static async Task IsQuietWithoutTheContract(string code) => Assert.Empty(await PluginCode.Analyze(PluginCode.Compile(code, withContract: false), new TRule()));

    /// <summary>Asserts that the fix turns the code into other code, which compiles and about which the rule is silent.</summary>
    protected static async Task Fixes<TFix>(string wrong, string right)
        where TFix : CodeFixProvider, new()
    {
        using var workspace = new AdhocWorkspace();
        var document = PluginCode.Document(workspace, wrong);
        var reported = Assert.Single(await PluginCode.Analyze((await document.Project.GetCompilationAsync())!, new TRule()));
        var action = Assert.Single(await Offered<TFix>(document, reported));
        var operation = Assert.Single((await action.GetOperationsAsync(default)).OfType<ApplyChangesOperation>());
        var changed = operation.ChangedSolution.GetDocument(document.Id)!;
        Assert.Equal(right, (await changed.GetTextAsync()).ToString());
        Assert.Empty(await PluginCode.Analyze((await changed.Project.GetCompilationAsync())!, new TRule()));
    }

    /// <summary>Asserts that the rule reports one place and offers no fix, because none is certain.</summary>
    protected static async Task OffersNoFix<TFix>(string wrong)
        where TFix : CodeFixProvider, new()
    {
        using var workspace = new AdhocWorkspace();
        var document = PluginCode.Document(workspace, wrong);
        var reported = Assert.Single(await PluginCode.Analyze((await document.Project.GetCompilationAsync())!, new TRule()));
        Assert.Empty(await Offered<TFix>(document, reported));
    }

    private static async Task<List<CodeAction>> Offered<TFix>(Document document, Diagnostic reported)
        where TFix : CodeFixProvider, new()
    {
        var actions = new List<CodeAction>();
        // Reported over a compilation without the workspace's tree identity, so found again by its place.
        var tree = (await document.GetSyntaxTreeAsync())!;
        var here = Diagnostic.Create(reported.Descriptor, Location.Create(tree, reported.Location.SourceSpan));
        await new TFix().RegisterCodeFixesAsync(new CodeFixContext(document, here, (action, _) => actions.Add(action), default));
        return actions;
    }
}
