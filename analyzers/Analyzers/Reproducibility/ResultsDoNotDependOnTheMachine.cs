using Infoscope.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers.Reproducibility;

/// <summary>A result is a function of rows, labels, options and seed; the clock, the files and the processors of a machine are none of these.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ResultsDoNotDependOnTheMachine : Rule
{
    internal const string Id = "ISC3003";

    private const string Clock = "leave the time out: the host measures how long a run takes and records when it was";
    private const string Machine = "take what matters as an option, which is recorded with the result";
    private const string File = "take numbers from a file as an option of type NumericArray or as a label set, and keep state in the stream of Save";
    private const string Lanes = "its sum has as many lanes as the machine; use Vector128<T> or Vector256<T>, whose width is fixed, or add one after another";

    private static readonly DiagnosticDescriptor Reported = new(
        Id,
        "Results do not depend on the machine",
        "{0} differs from machine to machine or from run to run; {1}",
        RuleCategory.Reproducibility,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePage.Of(Id));

    private static readonly KnownMembers Ambient = new KnownMembers()
        .Add("System", "DateTime", Clock, "Now", "UtcNow", "Today")
        .Add("System", "DateTimeOffset", Clock, "Now", "UtcNow")
        .Add("System", "TimeProvider", Clock, "System")
        .Add("System", "TimeZoneInfo", Clock, "Local")
        .Add("System.Diagnostics", "Stopwatch", Clock, ".ctor", "StartNew", "GetTimestamp")
        .Add("System.Diagnostics", "Process", Machine, "GetCurrentProcess")
        .Add("System", "Environment", Machine)
        .Add("System", "GC", Machine, "GetGCMemoryInfo", "GetTotalMemory", "GetTotalAllocatedBytes")
        .Add("System.IO", "Path", File, "GetTempPath", "GetTempFileName")
        .Add("System.IO", "File", File)
        .Add("System.IO", "Directory", File)
        .Add("System.IO", "FileStream", File, ".ctor")
        .Add("System.IO", "FileInfo", File, ".ctor")
        .Add("System.IO", "DirectoryInfo", File, ".ctor")
        .Add("System.IO", "DriveInfo", File, ".ctor")
        .Add("System.Numerics", "Vector", Lanes, "Sum", "Dot");

    /// <summary>Makes the rule.</summary>
    public ResultsDoNotDependOnTheMachine()
        : base(Reported)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext start, ContractSymbols contract) =>
        start.RegisterOperationAction(Check, MemberUse.Kinds);

    private static void Check(OperationAnalysisContext context)
    {
        if (MemberUse.Of(context.Operation) is not { } member) return;
        var remark = Ambient.RemarkOn(member) ?? (OpensAFile(member) ? File : null);
        if (remark is null || (remark == Lanes && !RoundsItsSums(context.Operation))) return;
        context.ReportDiagnostic(Diagnostic.Create(Reported, context.Operation.Syntax.GetLocation(), MemberUse.NameOf(member), remark));
    }

    // A reader or writer of a stream that was handed in is fine.
    private static bool OpensAFile(ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType.Name: "StreamReader" or "StreamWriter", Parameters: { Length: > 0 } parameters }
        && parameters[0].Type.SpecialType == SpecialType.System_String;

    // Sums of whole numbers are the same in any order.
    private static bool RoundsItsSums(IOperation operation) => operation.Type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double;
}
