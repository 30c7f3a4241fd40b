using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Infoscope.Analyzers.Tests;

/// <summary>C# text compiled as a plugin is: against .NET and the contract, with implicit usings, nullable and C# of the rules' Roslyn.</summary>
internal static class PluginCode
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly ImmutableArray<MetadataReference> Framework =
    [
        .. from path in ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
           where Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location)
           select MetadataReference.CreateFromFile(path),
    ];

    private static readonly MetadataReference Contract = MetadataReference.CreateFromFile(typeof(IEstimator).Assembly.Location);

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp13);

    public static CSharpCompilationOptions CompilationOptions { get; } =
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release);

    private static readonly CSharpCompilation WithContract = OfUsings(withContract: true);

    private static readonly CSharpCompilation WithoutContract = OfUsings(withContract: false);

    /// <summary>Gets an assembly of the host, which no plugin should refer to.</summary>
    public static MetadataReference OfHost { get; } = MetadataReference.CreateFromFile(typeof(Formats.ArrayFile).Assembly.Location);

    /// <summary>Gives what a plugin may refer to, or that without the contract.</summary>
    public static ImmutableArray<MetadataReference> References(bool withContract) => withContract ? Framework.Add(Contract) : Framework;

    /// <summary>Makes a project with one document beside the implicit usings.</summary>
    public static Document Document(AdhocWorkspace workspace, string code)
    {
        var id = ProjectId.CreateNewId();
        var project = workspace.CurrentSolution
            .AddProject(ProjectInfo.Create(id, VersionStamp.Default, "Plugin", "Plugin", LanguageNames.CSharp, parseOptions: ParseOptions, compilationOptions: CompilationOptions, metadataReferences: References(withContract: true)))
            .GetProject(id)!;
        return project.AddDocument("Usings.cs", ImplicitUsings).Project.AddDocument("Plugin.cs", code);
    }

    /// <summary>Compiles code as a plugin, or as something that does not know the contract.</summary>
    public static CSharpCompilation Compile(string code, bool withContract = true, params IEnumerable<MetadataReference> also) =>
        Empty(withContract, also).AddSyntaxTrees(CSharpSyntaxTree.ParseText(code, ParseOptions, "Plugin.cs"));

    /// <summary>Asserts that code compiles, and gives what some rules report, in order of place.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Analyze(Compilation compilation, params ImmutableArray<DiagnosticAnalyzer> rules)
    {
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), (error, _, _) => Assert.Fail(error.ToString()), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var found = await compilation.WithAnalyzers(rules, options).GetAnalyzerDiagnosticsAsync();
        return [.. found.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Length)];
    }

    // What is added to one compilation reads the references once.
    private static CSharpCompilation Empty(bool withContract, IEnumerable<MetadataReference> also)
    {
        var compilation = withContract ? WithContract : WithoutContract;
        MetadataReference[] more = [.. also];
        return more.Length == 0 ? compilation : compilation.AddReferences(more);
    }

    private static CSharpCompilation OfUsings(bool withContract) =>
        CSharpCompilation.Create("Plugin", [CSharpSyntaxTree.ParseText(ImplicitUsings, ParseOptions)], References(withContract), CompilationOptions);
}
