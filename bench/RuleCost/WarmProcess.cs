using System.Collections.Immutable;
using System.Diagnostics;
using Infoscope.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Infoscope.RuleCost;

/// <summary>Compiles in this process, as a host does with a plugin in one file, once everything is warm.</summary>
internal sealed class WarmProcess(PluginSource plugin)
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    private readonly string[] texts = [ImplicitUsings, .. plugin.Files.Select(File.ReadAllText)];

    private readonly ImmutableArray<MetadataReference> references =
    [
        .. from path in ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
           where Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location)
           select MetadataReference.CreateFromFile(path),
        MetadataReference.CreateFromFile(typeof(IEstimator).Assembly.Location),
    ];

    public static ImmutableArray<DiagnosticAnalyzer> Rules { get; } = [.. AllRules.Create()];

    public static ImmutableArray<DiagnosticAnalyzer> Idle { get; } = [new IdleAnalyzer()];

    private static string ImplicitUsings =>
        string.Concat(new[] { "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks" }.Select(space => $"global using {space};\n"));

    public Cost Run(ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var processor = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var compilation = CSharpCompilation.Create(
            "Plugin",
            texts.Select(text => CSharpSyntaxTree.ParseText(text, ParseOptions)),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release));
        if (analyzers.Length > 0) Refuse(Found(compilation, analyzers));
        using var image = new MemoryStream();
        Refuse(compilation.Emit(image).Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error));
        watch.Stop();
        process.Refresh();
        return new(watch.Elapsed.TotalSeconds, (process.TotalProcessorTime - processor).TotalSeconds);
    }

    private static ImmutableArray<Diagnostic> Found(CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        return compilation.WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
    }

    private static void Refuse(IEnumerable<Diagnostic> found)
    {
        if (found.FirstOrDefault() is { } first) throw new InvalidOperationException($"the plugin is measured only where nothing is found: {first}");
    }
}
