using System.Collections.Immutable;
using System.Globalization;
using Infoscope.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Infoscope.Loading;

/// <summary>Compiles a source file as the SDK compiles a project of it in Release, and holds it to the project's rules.</summary>
internal static class SourceCompiler
{
    // The newest warnings, as a project for this version of .NET has them.
    private const int WarningLevel = 10;

    // No rule looks at documentation, and its parser takes any depth until the stack ends.
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Regular, Preamble.Symbols);

    private static readonly CSharpCompilationOptions Options = new CSharpCompilationOptions(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        nullableContextOptions: NullableContextOptions.Enable,
        warningLevel: WarningLevel,
        // On the thread of the caller, which has the stack for it.
        concurrentBuild: false,
        deterministic: true,
        // Facades of earlier times are unified in silence, as the SDK does.
        specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]).WithSyntaxTreeOptionsProvider(new WrittenByHand());

    private static readonly ImmutableArray<DiagnosticAnalyzer> Rules = ImmutableArray<DiagnosticAnalyzer>.CastUp(AllRules.Create());

    private static readonly AnalyzerOptions RuleOptions = new([], new WrittenByHandForRules());

    /// <summary>Compiles a file.</summary>
    /// <exception cref="PluginLoadException">It does not compile, or a rule calls it an error.</exception>
    public static CompiledSource Compile(SourceFile source, CancellationToken cancellation)
    {
        var text = SourceText.From(source.Bytes, source.Bytes.Length, checksumAlgorithm: SourceHashAlgorithm.Sha256);
        SourceScan.Check(text.ToString(), source.Path, Parsing, cancellation);
        var tree = CSharpSyntaxTree.ParseText(text, Parsing, source.Path, cancellation);
        var root = tree.GetCompilationUnitRoot(cancellation);
        SourceForm.Check(root, source.Path);
        // As the compiler does: what comes after a mistake in the text says little.
        if (Shown(tree.GetDiagnostics(cancellation)) is { Length: > 0 } wrong && CountErrors(wrong) > 0) throw DoesNotCompile(source, root, wrong);
        var preamble = CSharpSyntaxTree.ParseText(SourceText.From(Preamble.Text, text.Encoding), Parsing, Preamble.Path, cancellation);
        var compilation = CSharpCompilation.Create(source.Name, [preamble, tree], References.All, Options);
        var version = CSharpSyntaxTree.ParseText(SourceText.From(Preamble.Missing(source, compilation), text.Encoding), Parsing, Preamble.VersionPath, cancellation);
        compilation = compilation.AddSyntaxTrees(version);

        var rules = Task.Run(() => compilation.WithAnalyzers(Rules, RuleOptions).GetAnalyzerDiagnosticsAsync(cancellation), cancellation);
        var image = new MemoryStream();
        var emitted = compilation.Emit(image, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded), cancellationToken: cancellation);
        var shown = Shown([.. emitted.Diagnostics, .. rules.GetAwaiter().GetResult()]);
        return emitted.Success && CountErrors(shown) == 0 ? new(image.ToArray(), DiagnosticLines.Of(shown, source.Path)) : throw DoesNotCompile(source, root, shown);
    }

    private static Diagnostic[] Shown(IEnumerable<Diagnostic> found) => [.. found.Where(one => one is { IsSuppressed: false, Severity: DiagnosticSeverity.Error or DiagnosticSeverity.Warning })];

    private static int CountErrors(Diagnostic[] diagnostics) => diagnostics.Count(one => one.Severity == DiagnosticSeverity.Error);

    private static PluginLoadException DoesNotCompile(SourceFile source, CompilationUnitSyntax root, Diagnostic[] diagnostics)
    {
        var (errors, lines) = (CountErrors(diagnostics), DiagnosticLines.Of(diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error), source.Path));
        return new(new PluginRefusal
        {
            Failure = PluginFailure.DoesNotCompile,
            Path = source.Path,
            Sentence = FormattableString.Invariant($"{source.Path} does not compile: {errors} {(errors == 1 ? "error" : "errors")}."),
            Details = [.. lines, .. Hints(diagnostics, root)],
        });
    }

    private static IEnumerable<string> Hints(Diagnostic[] diagnostics, CompilationUnitSyntax root)
    {
        if (IsMissingPackage(diagnostics, root)) yield return SourceForm.NoPackages;
        if (diagnostics.Any(one => one.Id is "CS0246" or "CS0103" && one.GetMessage(CultureInfo.InvariantCulture).Contains("'Estimat", StringComparison.Ordinal)) && !root.Usings.Any(one => one.Name?.ToString() == "Infoscope"))
            yield return SourceForm.NoContract;
        if (diagnostics.Any(one => one.Id is "CS8795")) yield return SourceForm.NoGenerators;
    }

    // A namespace that is not there, in a using directive of the file.
    private static bool IsMissingPackage(IEnumerable<Diagnostic> diagnostics, CompilationUnitSyntax root) => diagnostics.Any(one =>
        one.Id is "CS0246" or "CS0234" && one.Location.SourceTree == root.SyntaxTree && root.FindNode(one.Location.SourceSpan).FirstAncestorOrSelf<UsingDirectiveSyntax>() is not null);
}
