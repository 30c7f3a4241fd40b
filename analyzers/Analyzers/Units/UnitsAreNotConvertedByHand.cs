using Infoscope.Analyzers.Operations;
using Infoscope.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers.Units;

/// <summary>Nats and bits meet in one place, the type Information; a factor of ln 2 elsewhere is a unit that somebody will forget.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnitsAreNotConvertedByHand : Rule
{
    internal const string Id = "ISC1002";

    // ln 2 and 1 / ln 2; people write between 6 and 17 digits of them.
    private const double NatsPerBit = 0.693147180559945309;
    private const double BitsPerNat = 1.44269504088896341;
    private const double Digits = 2e-6;

    private static readonly DiagnosticDescriptor Reported = new(
        Id,
        "Units are not converted by hand",
        "'{0}' converts between nats and bits by hand; keep nats, and where bits are meant say Information.FromNats(...).Bits or Information.FromBits(...)",
        RuleCategory.Units,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePage.Of(Id));

    /// <summary>Makes the rule.</summary>
    public UnitsAreNotConvertedByHand()
        : base(Reported)
    {
    }

    /// <summary>Tells whether a factor or divisor is ln 2 or its inverse: as a number, a constant or a logarithm of 2.</summary>
    internal static bool IsConversion(IOperation operand, out bool isNatsPerBit)
    {
        while (operand is IConversionOperation { IsImplicit: true } conversion) operand = conversion.Operand;
        while (operand is IParenthesizedOperation parenthesized) operand = parenthesized.Operand;
        isNatsPerBit = IsLogarithmOfTwo(operand) || IsNear(operand, NatsPerBit);
        return isNatsPerBit || IsNear(operand, BitsPerNat);
    }

    private protected override void Register(CompilationStartAnalysisContext start, ContractSymbols contract) =>
        start.RegisterOperationAction(Check, OperationKind.Binary, OperationKind.CompoundAssignment);

    private static void Check(OperationAnalysisContext context)
    {
        // No call may stand in a constant.
        if (context.Operation.ConstantValue.HasValue) return;
        var converts = context.Operation switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product =>
                (IsConversion(product.LeftOperand, out _) && !IsWholeNumber(product.RightOperand)) || (IsConversion(product.RightOperand, out _) && !IsWholeNumber(product.LeftOperand)),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } quotient => IsConversion(quotient.RightOperand, out _) && !CountsDigits(quotient.LeftOperand),
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide } assignment => IsConversion(assignment.Value, out _),
            _ => false,
        };
        if (converts) context.ReportDiagnostic(Diagnostic.Create(Reported, context.Operation.Syntax.GetLocation(), context.Operation.Syntax.InOneLine()));
    }

    // k ln 2 of a whole k is the logarithm of a power of two, such as of a scale.
    private static bool IsWholeNumber(IOperation operand) =>
        operand is IConversionOperation { IsImplicit: true, Operand.Type.SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 };

    // ln n / ln 2 of a whole n is how many digits it has.
    private static bool CountsDigits(IOperation operand) =>
        operand.WithoutCasts() is IInvocationOperation call && Logarithm.Of(call) is { IsNatural: true } logarithm && !logarithm.Argument.Type.IsFloating();

    private static bool IsNear(IOperation operand, double constant) =>
        operand.ConstantValue is { HasValue: true, Value: double or float } value && Math.Abs((Convert.ToDouble(value.Value) / constant) - 1) < Digits;

    private static bool IsLogarithmOfTwo(IOperation operand) =>
        operand is IInvocationOperation { TargetMethod: { Name: "Log", ContainingType.Name: "Math" or "MathF" or "Double" or "Single" }, Arguments: { Length: 1 } arguments }
        && arguments[0].Value.ConstantValue is { HasValue: true, Value: { } value } && Convert.ToDouble(value) == 2;
}
