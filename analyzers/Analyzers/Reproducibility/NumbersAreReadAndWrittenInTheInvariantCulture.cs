using Infoscope.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers.Reproducibility;

/// <summary>1.5 read where a comma separates decimals is 15, and a note written there reads otherwise than everywhere else.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NumbersAreReadAndWrittenInTheInvariantCulture : Rule
{
    internal const string Id = "ISC3004";

    private static readonly DiagnosticDescriptor Reported = new(
        Id,
        "Numbers are read and written in the invariant culture",
        "{0} follows the culture of the machine; {1}",
        RuleCategory.Reproducibility,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePage.Of(Id));

    /// <summary>Makes the rule.</summary>
    public NumbersAreReadAndWrittenInTheInvariantCulture()
        : base(Reported)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext start, ContractSymbols contract)
    {
        start.RegisterOperationAction(CheckCall, OperationKind.Invocation);
        start.RegisterOperationAction(CheckProperty, OperationKind.PropertyReference);
        start.RegisterOperationAction(CheckHole, OperationKind.Interpolation);
        start.RegisterOperationAction(CheckHandlerHole, OperationKind.InterpolatedStringAppendFormatted);
        start.RegisterOperationAction(CheckSum, OperationKind.Binary);
    }

    private static void CheckCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (CultureOfCalls.IsMissing(call) && !(call.Type?.SpecialType == SpecialType.System_String && ExceptionTexts.Hold(call))) Report(context, MemberUse.NameOf(call.TargetMethod), CultureOfCalls.RemedyOf(call.TargetMethod));
    }

    private static void CheckProperty(OperationAnalysisContext context)
    {
        var property = ((IPropertyReferenceOperation)context.Operation).Property;
        var isAmbient = property.Name switch
        {
            "CurrentCulture" or "CurrentUICulture" => property.ContainingType.Name is "CultureInfo" or "Thread",
            "CurrentInfo" => property.ContainingType.Name is "NumberFormatInfo" or "DateTimeFormatInfo",
            _ => false,
        };
        if (isAmbient && context.Operation.Parent?.Kind != OperationKind.NameOf) Report(context, MemberUse.NameOf(property), "say CultureInfo.InvariantCulture");
    }

    // $"{x}" as a string; as a FormattableString it is written by whoever asks for it.
    private static void CheckHole(OperationAnalysisContext context)
    {
        var hole = (IInterpolationOperation)context.Operation;
        if (hole.Parent is not { Parent: IConversionOperation { Type.SpecialType: not SpecialType.System_String } }) CheckWritten(context, hole.Expression, hole.FormatString);
    }

    private static void CheckHandlerHole(OperationAnalysisContext context)
    {
        var call = ((IInterpolatedStringAppendOperation)context.Operation).AppendCall as IInvocationOperation;
        if (call is not { TargetMethod.ContainingType.Name: "DefaultInterpolatedStringHandler" or "AppendInterpolatedStringHandler" } || call.Arguments.Length == 0) return;
        if (!IsGivenACulture(context.Operation)) CheckWritten(context, call.Arguments[0].Value, call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "format")?.Value);
    }

    private static bool IsGivenACulture(IOperation part)
    {
        var creation = part.Parent;
        while (creation is not (null or IInterpolatedStringHandlerCreationOperation)) creation = creation.Parent;
        return creation?.Parent is IArgumentOperation { Parent: IInvocationOperation call } && CultureTypes.HasProvider(call);
    }

    // "x = " + x
    private static void CheckSum(OperationAnalysisContext context)
    {
        if (context.Operation is not IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum) return;
        CheckWritten(context, sum.LeftOperand, null);
        CheckWritten(context, sum.RightOperand, null);
    }

    private static void CheckWritten(OperationAnalysisContext context, IOperation value, IOperation? format)
    {
        var type = CultureTypes.TypeOf(value);
        if (CultureTypes.IsFraction(type) && !CultureTypes.IsInvariant(type, format?.ConstantValue.Value as string) && !ExceptionTexts.Hold(value))
            context.ReportDiagnostic(Diagnostic.Create(Reported, value.Syntax.GetLocation(), $"'{value.Syntax}' in a text", "write the text by string.Create(CultureInfo.InvariantCulture, $\"...\")"));
    }

    private static void Report(OperationAnalysisContext context, string what, string remedy) =>
        context.ReportDiagnostic(Diagnostic.Create(Reported, context.Operation.Syntax.GetLocation(), what, remedy));
}
