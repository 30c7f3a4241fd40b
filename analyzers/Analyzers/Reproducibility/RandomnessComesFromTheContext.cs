using Infoscope.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers.Reproducibility;

/// <summary>One seed governs a comparison; a random number from elsewhere makes the result another one on the next run.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RandomnessComesFromTheContext : Rule
{
    internal const string Id = "ISC3002";

    private const string Stream = "draw from a RandomStream: Random(purpose) of the EstimationContext or of the LabelRequest opens one";
    private const string Hash = "hashes differ from process to process; outside of GetHashCode compute a number of your own from the contents";

    private static readonly DiagnosticDescriptor Reported = new(
        Id,
        "Randomness comes from the context",
        "{0} is governed by no seed of the run; {1}",
        RuleCategory.Reproducibility,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePage.Of(Id));

    private static readonly KnownMembers Draws = new KnownMembers()
        .Add("System", "Random", Stream, ".ctor", "Shared")
        .Add("System", "Guid", Stream, "NewGuid", "CreateVersion7")
        .Add("System.IO", "Path", Stream, "GetRandomFileName")
        .Add("System.Linq", "Enumerable", Stream, "Shuffle")
        .Add("System.Security.Cryptography", "RandomNumberGenerator", Stream);

    private static readonly KnownMembers Hashes = new KnownMembers()
        .Add("System", "String", Hash, nameof(GetHashCode))
        .Add("System", "StringComparer", Hash, nameof(GetHashCode))
        .Add("System", "HashCode", Hash, "Combine", "ToHashCode")
        .Add("System.Runtime.CompilerServices", "RuntimeHelpers", Hash, nameof(GetHashCode));

    /// <summary>Makes the rule.</summary>
    public RandomnessComesFromTheContext()
        : base(Reported)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext start, ContractSymbols contract) =>
        start.RegisterOperationAction(Check, MemberUse.Kinds);

    private static void Check(OperationAnalysisContext context)
    {
        if (MemberUse.Of(context.Operation) is not { } member || IsOfAGivenGenerator(context.Operation)) return;
        if ((Draws.RemarkOn(member) ?? (IsHashing(context) ? null : Hashes.RemarkOn(member))) is { } remark)
            context.ReportDiagnostic(Diagnostic.Create(Reported, context.Operation.Syntax.GetLocation(), MemberUse.NameOf(member), remark));
    }

    // Where a generator comes from is reported, not each number that is drawn from it.
    private static bool IsOfAGivenGenerator(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod: { IsStatic: false, Name: not nameof(GetHashCode) and not "ToHashCode" } };

    // In an override of object.GetHashCode and in the one of a comparer a hash stays within the process.
    private static bool IsHashing(OperationAnalysisContext context) => context.ContainingSymbol is IMethodSymbol { Name: var name } && (name == nameof(GetHashCode) || name.EndsWith(".GetHashCode", StringComparison.Ordinal));
}
