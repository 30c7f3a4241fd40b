using Infoscope.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers.Units;

/// <summary>Where a value comes from, as far as the body of its member tells.</summary>
internal static class Sources
{
    /// <summary>Tells whether a variable is that of a foreach loop, alone or as part of a tuple.</summary>
    public static bool IsLoopVariable(ILocalSymbol local) => LoopOf(local) is not null;

    /// <summary>Gives every value that a variable is declared with or assigned in a body.</summary>
    public static IEnumerable<IOperation> ValuesOf(ILocalSymbol local, IOperation body)
    {
        foreach (var operation in body.Descendants())
        {
            if (operation is IVariableDeclaratorOperation declarator && SymbolEqualityComparer.Default.Equals(declarator.Symbol, local) && declarator.GetVariableInitializer() is { } initializer)
                yield return initializer.Value;
            else if (operation is IAssignmentOperation { Target: ILocalReferenceOperation target } assignment && SymbolEqualityComparer.Default.Equals(target.Local, local))
                yield return assignment.Value;
        }
    }

    /// <summary>Gives the collection that a variable of a loop or of a lambda, or an element, is taken from; null where that is not to be seen.</summary>
    public static IOperation? CollectionOf(IOperation value, IOperation body) => value switch
    {
        IArrayElementReferenceOperation element => element.ArrayReference,
        IPropertyReferenceOperation { Arguments.Length: > 0 } element => element.Instance,
        ILocalReferenceOperation local when LoopOf(local.Local) is { } loop => LoopCollection(loop, body),
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } lambda } } => CallWith(lambda, body),
        _ => null,
    };

    /// <summary>Tells whether a whole number is a member of an item, such as the size of a group: what is listed there has occurred.</summary>
    public static bool IsCountOfAnItem(IOperation value)
    {
        if (value.Type.IsFloating()) return false;
        if (value is ILocalReferenceOperation { Local: var local } && LoopOf(local) is ForEachVariableStatementSyntax) return true;
        var instance = value switch
        {
            IMemberReferenceOperation { Instance: { } on } => on,
            IInvocationOperation { Instance: { } on } => on,
            IInvocationOperation { TargetMethod.IsExtensionMethod: true, Arguments.Length: 1 } call => call.Arguments[0].Value,
            _ => null,
        };
        return instance?.WithoutCasts() switch
        {
            IArrayElementReferenceOperation => value is not IPropertyReferenceOperation { Arguments.Length: > 0 },
            IPropertyReferenceOperation { Arguments.Length: > 0 } => true,
            ILocalReferenceOperation item => IsLoopVariable(item.Local),
            IParameterReferenceOperation item => item.Parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction },
            _ => false,
        };
    }

    private static CommonForEachStatementSyntax? LoopOf(ILocalSymbol local)
    {
        if (local.DeclaringSyntaxReferences.Length == 0) return null;
        var declared = local.DeclaringSyntaxReferences[0].GetSyntax();
        if (declared is ForEachStatementSyntax one) return one;
        for (var node = declared; node is VariableDesignationSyntax or DeclarationExpressionSyntax or ArgumentSyntax or TupleExpressionSyntax; node = node.Parent)
        {
            if (node.Parent is ForEachVariableStatementSyntax several && several.Variable == node) return several;
        }

        return null;
    }

    private static IOperation? LoopCollection(SyntaxNode loop, IOperation body)
    {
        foreach (var operation in body.Descendants())
        {
            if (operation is IForEachLoopOperation found && found.Syntax == loop) return found.Collection;
        }

        return null;
    }

    private static IOperation? CallWith(IMethodSymbol lambda, IOperation body)
    {
        foreach (var operation in body.Descendants())
        {
            if (operation is not IAnonymousFunctionOperation found || !SymbolEqualityComparer.Default.Equals(found.Symbol, lambda)) continue;
            for (var outer = found.Parent; outer is not null; outer = outer.Parent)
            {
                if (outer is IInvocationOperation call) return call;
            }
        }

        return null;
    }
}
