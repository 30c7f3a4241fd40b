using Infoscope.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Infoscope.Analyzers.Numerics;

/// <summary>A computation that has no answer says so by an exception; dropped, a number stands in a table where there is none.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NumericalFailuresAreNotDropped : Rule
{
    internal const string Id = "ISC4003";

    private static readonly DiagnosticDescriptor Reported = new(
        Id,
        "Numerical failures are not dropped",
        "'{0}' drops a NumericalFailureException and with it why there is no answer; let it through, throw one that says more, or put its Message into Notes",
        RuleCategory.Numerics,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePage.Of(Id));

    /// <summary>Makes the rule.</summary>
    public NumericalFailuresAreNotDropped()
        : base(Reported)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext start, ContractSymbols contract)
    {
        if (contract.Type("Infoscope.NumericalFailureException") is { } failure) start.RegisterOperationAction(context => Check(context, failure), OperationKind.CatchClause);
    }

    private static void Check(OperationAnalysisContext context, INamedTypeSymbol failure)
    {
        var clause = (ICatchClauseOperation)context.Operation;
        if (!Catches.MayCatch(clause, failure) || clause.Parent is not ITryOperation attempt || Answers(clause)) return;
        if (!SymbolEqualityComparer.Default.Equals(clause.ExceptionType, failure) && !Catches.MayFail(attempt.Body)) return;
        foreach (var earlier in attempt.Catches)
        {
            if (earlier == clause) break;
            if (Catches.CatchesAll(earlier, failure)) return;
        }

        if (clause.Syntax is not CatchClauseSyntax syntax) return;
        var span = TextSpan.FromBounds(syntax.CatchKeyword.SpanStart, (syntax.Declaration?.Span ?? syntax.CatchKeyword.Span).End);
        context.ReportDiagnostic(Diagnostic.Create(Reported, Location.Create(syntax.SyntaxTree, span), syntax.SyntaxTree.GetText(context.CancellationToken).ToString(span)));
    }

    // Throws, or names the exception elsewhere than in a test of its type.
    private static bool Answers(ICatchClauseOperation clause)
    {
        foreach (var operation in clause.Handler.Descendants())
        {
            if (operation is IThrowOperation || IsUse(operation, clause)) return true;
        }

        if (clause.Filter is null) return false;
        foreach (var operation in clause.Filter.DescendantsAndSelf())
        {
            if (IsUse(operation, clause) && operation.Parent is not (IIsPatternOperation or IIsTypeOperation)) return true;
        }

        return false;
    }

    private static bool IsUse(IOperation operation, ICatchClauseOperation clause) =>
        operation is ILocalReferenceOperation use && clause.Locals.Contains(use.Local, SymbolEqualityComparer.Default);
}
