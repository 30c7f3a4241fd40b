using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers.Operations;

/// <summary>Where the value of a local variable goes.</summary>
internal static class Destination
{
    /// <summary>Gives every place of a member's body where a variable is named.</summary>
    public static ImmutableArray<ILocalReferenceOperation> UsesOf(ILocalSymbol local, IOperation body)
    {
        var uses = ImmutableArray.CreateBuilder<ILocalReferenceOperation>();
        foreach (var operation in body.Descendants())
        {
            if (operation is ILocalReferenceOperation use && SymbolEqualityComparer.Default.Equals(use.Local, local)) uses.Add(use);
        }

        return uses.ToImmutable();
    }

    /// <summary>Gives the variable that a value is declared with or assigned to, also by += and -=; null for any other destination.</summary>
    public static ILocalSymbol? LocalOf(IOperation parent, IOperation value) => parent switch
    {
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
        IAssignmentOperation assignment when assignment.Value == value => LocalOf(assignment.Target),
        _ => null,
    };

    /// <summary>Gives the variable that a target is, also where it is declared there; null for any other target.</summary>
    public static ILocalSymbol? LocalOf(IOperation target) => target switch
    {
        ILocalReferenceOperation reference => reference.Local,
        IDeclarationExpressionOperation { Expression: ILocalReferenceOperation declared } => declared.Local,
        _ => null,
    };

    /// <summary>Tells whether a use of a variable gives it a value.</summary>
    public static bool IsWrite(IOperation use) => use.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == use,
        IIncrementOrDecrementOperation => true,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        ITupleOperation { Parent: IDeconstructionAssignmentOperation deconstruction } tuple => deconstruction.Target == tuple,
        _ => false,
    };
}
