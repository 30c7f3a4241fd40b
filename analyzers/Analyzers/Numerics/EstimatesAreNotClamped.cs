using Infoscope.Analyzers.Operations;
using Infoscope.Analyzers.Symbols;
using Infoscope.Analyzers.Units;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers.Numerics;

/// <summary>An estimate below zero shows the spread around zero; clamped, it becomes a bias that nobody can see.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EstimatesAreNotClamped : Rule
{
    internal const string Id = "ISC4002";

    private static readonly DiagnosticDescriptor Reported = new(
        Id,
        "Estimates are not clamped",
        "'{0}' hides an estimate below 0, which shows its spread and bias; give '{1}' as it is, and say in Notes what a value below 0 means",
        RuleCategory.Numerics,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePage.Of(Id));

    // What an estimate is read against has 0 for a bound by its meaning.
    private static readonly string[] NoValues =
    [
        "Ceiling", "Ceilings", "Floor", "Floors", "Scale", "Error", "Errors", "Deviation", "Bound", "Bounds", "Limit", "Maximum", "Minimum", "Most", "Least", "Largest", "Smallest", "Range", "Tolerance",
        "Probability", "Probabilities", "Bandwidth", "Variance",
    ];

    /// <summary>Makes the rule.</summary>
    public EstimatesAreNotClamped()
        : base(Reported)
    {
    }

    /// <summary>Gives what a clamp lets through; null for anything that is none.</summary>
    internal static IOperation? ClampedBy(IOperation operation, Compilation compilation) =>
        ContractSymbols.Of(compilation)?.Information is { } information ? Clamp.Of(operation, information) : null;

    private protected override void Register(CompilationStartAnalysisContext start, ContractSymbols contract)
    {
        if (contract.Information is not { } information) return;
        var types = new Types(information, contract.Amount, contract.Type("Infoscope.Estimate"));
        start.RegisterOperationAction(context => Check(context, types), OperationKind.Invocation, OperationKind.Conditional);
    }

    private static void Check(OperationAnalysisContext context, Types types)
    {
        if (Clamp.Of(context.Operation, types.Information) is not { } clamped || !IsValue(context.Operation, types, context.ContainingSymbol, mayEnterLocal: true)) return;
        context.ReportDiagnostic(Diagnostic.Create(Reported, context.Operation.Syntax.GetLocation(), context.Operation.Syntax.InOneLine(), clamped.Syntax.InOneLine()));
    }

    // Whether an expression becomes the value of an estimate, directly or by way of a variable that holds nothing else.
    private static bool IsValue(IOperation value, Types types, ISymbol member, bool mayEnterLocal)
    {
        while (true)
        {
            var (parent, child) = value.Outside();
            switch (parent)
            {
                case IConditionalOperation choice when choice.Condition != child:
                case ICoalesceOperation:
                    value = parent;
                    continue;
                case IArgumentOperation { Parent: IInvocationOperation call } argument when types.Makes(call.TargetMethod, argument.Parameter):
                    return !GoesElsewhere(call, member);
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Value" } target }:
                    return SymbolEqualityComparer.Default.Equals(target.Property.ContainingType, types.Estimate);
                case IVariableInitializerOperation when mayEnterLocal && Destination.LocalOf(parent, child) is { } local:
                    if (Words.Have(local.Name, NoValues)) return false;
                    var uses = Destination.UsesOf(local, parent.Body());
                    return uses.All(use => !Destination.IsWrite(use)) && uses.Any(use => IsValue(use, types, member, mayEnterLocal: false));
                default:
                    return false;
            }
        }
    }

    private static bool GoesElsewhere(IOperation amount, ISymbol member)
    {
        while (amount.Outside() is (IConditionalOperation or ICoalesceOperation, _) outer) amount = outer.Parent!;
        var (parent, _) = amount.Outside();
        var name = parent switch
        {
            IAssignmentOperation assignment => assignment.Target.ReferredName(),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol.Name,
            IArgumentOperation argument => argument.Parameter?.Name,
            ISymbolInitializerOperation => member.Name,
            IReturnOperation => member.Name is var own && own.StartsWith("get_", StringComparison.Ordinal) ? own.Substring("get_".Length) : member.Name,
            _ => null,
        };
        return name is not null && Words.Have(name, NoValues);
    }

    private sealed class Types(INamedTypeSymbol information, INamedTypeSymbol? amount, INamedTypeSymbol? estimate)
    {
        public INamedTypeSymbol Information => information;

        public INamedTypeSymbol? Estimate => estimate;

        // Whether a parameter takes the number of an amount.
        public bool Makes(IMethodSymbol method, IParameterSymbol? parameter) => method.Name switch
        {
            "FromNats" or "FromBits" => SymbolEqualityComparer.Default.Equals(method.ContainingType, information),
            "Ratio" or "Count" or "Of" => SymbolEqualityComparer.Default.Equals(method.ContainingType, amount) && parameter?.Name == "number",
            _ => false,
        };
    }
}
