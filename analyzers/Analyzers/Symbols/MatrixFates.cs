using Infoscope.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers.Symbols;

/// <summary>What becomes of the matrices that the operations of a compute session give. In doubt somebody else disposes them.</summary>
internal sealed class MatrixFates(INamedTypeSymbol session, INamedTypeSymbol matrix)
{
    private const string Dropped = "is not kept and so never disposed";
    private const string Nested = "is handed to another operation alone, which does not dispose its operands";
    private const string Undisposed = "is never disposed";

    /// <summary>Tells whether a method is an operation of a session.</summary>
    public bool IsOperation(IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(method.ContainingType, session);

    /// <summary>Gives the new matrices of an operation: its value and its out arguments.</summary>
    public IEnumerable<IOperation> MadeBy(IInvocationOperation call)
    {
        if (IsMatrix(call.Type)) yield return call;
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.Out } parameter && IsMatrix(parameter.Type)) yield return argument.Value;
        }
    }

    /// <summary>Says how a new matrix is lost; null where it is not, or may not be.</summary>
    public string? LossOf(IOperation made)
    {
        if (made is not IInvocationOperation) return LossOf(Destination.LocalOf(made), made) ?? (made is IDiscardOperation ? Dropped : null);
        var value = Whole(made);
        return value.Parent switch
        {
            IExpressionStatementOperation => Dropped,
            IAssignmentOperation { Target: IDiscardOperation } => Dropped,
            IAssignmentOperation assignment when assignment.Value == value => LossOf(Destination.LocalOf(assignment.Target), made),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => IsUsed(declarator) ? null : LossOf(declarator.Symbol, made),
            IArgumentOperation { Parent: IInvocationOperation call } when IsOperation(call.TargetMethod) => Nested,
            IMemberReferenceOperation => Dropped,
            IInvocationOperation { TargetMethod.Name: not nameof(IDisposable.Dispose) } call when call.Instance == value => Dropped,
            _ => null,
        };
    }

    private string? LossOf(ILocalSymbol? local, IOperation made) =>
        local is null || local.IsUsing || local.RefKind != RefKind.None || Destination.UsesOf(local, made.Body()).Any(reference => !IsMereUse(reference)) ? null : Undisposed;

    // A use after which the matrix is still this local's to dispose.
    private bool IsMereUse(ILocalReferenceOperation reference)
    {
        var value = Whole(reference);
        return value.Parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation call } => IsOperation(call.TargetMethod),
            IMemberReferenceOperation => true,
            IInvocationOperation { TargetMethod.Name: not nameof(IDisposable.Dispose) } call => call.Instance == value,
            IAssignmentOperation assignment => assignment.Target == value,
            IBinaryOperation or IIsPatternOperation or IExpressionStatementOperation => true,
            IDeclarationExpressionOperation => true,
            _ => false,
        };
    }

    // The value after what passes it on as it is.
    private static IOperation Whole(IOperation value)
    {
        while (value.Parent is IParenthesizedOperation or IConversionOperation or IDeclarationExpressionOperation
            || (value.Parent is IConditionalOperation choice && choice.Condition != value)
            || value.Parent is ICoalesceOperation
            || (value.Parent is ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation } arm && arm.Value == value)
            || value.Parent is ISwitchExpressionOperation
            || (value.Parent is IConditionalAccessOperation access && access.WhenNotNull == value))
        {
            value = value.Parent;
        }

        return value;
    }

    private static bool IsUsed(IOperation declarator)
    {
        for (var one = declarator.Parent; one is IVariableDeclarationOperation or IVariableDeclarationGroupOperation or IUsingDeclarationOperation or IUsingOperation; one = one.Parent)
        {
            if (one is IUsingDeclarationOperation or IUsingOperation) return true;
        }

        return false;
    }

    private bool IsMatrix(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type, matrix);
}
