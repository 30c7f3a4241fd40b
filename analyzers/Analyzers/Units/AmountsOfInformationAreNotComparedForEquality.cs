using Infoscope.Analyzers.Operations;
using Infoscope.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers.Units;

/// <summary>Two ways to one amount differ in the last digits, so equality of amounts is decided by rounding.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AmountsOfInformationAreNotComparedForEquality : Rule
{
    internal const string Id = "ISC1005";

    private static readonly DiagnosticDescriptor Reported = new(
        Id,
        "Amounts of information are not compared for equality",
        "'{0}' asks for equality of amounts of information, which rounding decides; compare the difference in nats with a tolerance, as in Math.Abs(a - b) <= toleranceNats",
        RuleCategory.Units,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePage.Of(Id));

    /// <summary>Makes the rule.</summary>
    public AmountsOfInformationAreNotComparedForEquality()
        : base(Reported)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext start, ContractSymbols contract)
    {
        if (contract.Information is not { } information) return;
        var amount = contract.Amount;
        start.RegisterOperationAction(context => Check(context, information, amount), OperationKind.Binary, OperationKind.Invocation);
    }

    private static void Check(OperationAnalysisContext context, INamedTypeSymbol information, INamedTypeSymbol? amount)
    {
        IOperation left, right;
        switch (context.Operation)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                (left, right) = (comparison.LeftOperand, comparison.RightOperand);
                break;
            case IInvocationOperation { TargetMethod: { Name: "Equals", IsStatic: false }, Instance: { } instance, Arguments.Length: 1 } call:
                (left, right) = (instance, call.Arguments[0].Value);
                break;
            case IInvocationOperation { TargetMethod.Name: "Equals", Arguments.Length: 2 } call:
                (left, right) = (call.Arguments[0].Value, call.Arguments[1].Value);
                break;
            default:
                return;
        }

        (left, right) = (left.WithoutCasts(), right.WithoutCasts());
        if ((!IsAmount(left) && !IsAmount(right)) || IsExact(left, information) || IsExact(right, information)) return;

        // x != x is true of what is not a number, and a type defines its own equality by that of its parts.
        if (left.IsWrittenLike(right) || IsEquality(context.ContainingSymbol)) return;
        context.ReportDiagnostic(Diagnostic.Create(Reported, context.Operation.Syntax.GetLocation(), context.Operation.Syntax.InOneLine()));

        bool IsAmount(IOperation operand)
        {
            var type = operand.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments.Length: 1 } nullable ? nullable.TypeArguments[0] : operand.Type;
            return SymbolEqualityComparer.Default.Equals(type, information) || (amount is not null && SymbolEqualityComparer.Default.Equals(type, amount))
                || (type.IsFloating() && operand.ReferredName() is { } name && Words.EndWithAUnit(name));
        }
    }

    // 0 and the infinities are reached exactly, and nothing has no digits.
    private static bool IsExact(IOperation operand, INamedTypeSymbol information)
    {
        operand = operand.WithoutCasts();
        if (operand is IDefaultValueOperation or ILiteralOperation { ConstantValue: { HasValue: true, Value: null } }) return true;
        if (operand.Number() is { } number) return number == 0 || double.IsInfinity(number) || double.IsNaN(number);
        return operand switch
        {
            IPropertyReferenceOperation { Property.Name: "Zero" } property => SymbolEqualityComparer.Default.Equals(property.Property.ContainingType, information),
            IInvocationOperation { TargetMethod.Name: "FromNats" or "FromBits", Arguments.Length: 1 } call => IsExact(call.Arguments[0].Value, information),
            _ => false,
        };
    }

    private static bool IsEquality(ISymbol member) => member.Name is "Equals" or "op_Equality" or "op_Inequality" || member.Name.EndsWith(".Equals", StringComparison.Ordinal);
}
