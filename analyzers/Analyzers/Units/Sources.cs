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

    /// <summary>Gives every value that a variable or a parameter is declared with or assigned in a body.</summary>
    public static IEnumerable<IOperation> ValuesOf(ISymbol variable, IOperation body)
    {
        foreach (var operation in body.Descendants())
        {
            if (operation is IVariableDeclaratorOperation declarator && SymbolEqualityComparer.Default.Equals(declarator.Symbol, variable) && declarator.GetVariableInitializer() is { } initializer)
                yield return initializer.Value;
            else if (operation is IAssignmentOperation assignment && SymbolEqualityComparer.Default.Equals(VariableOf(assignment.Target), variable))
                yield return assignment.Value;
        }
    }

    /// <summary>Gives the variable or the parameter that an expression is; null for any other.</summary>
    public static ISymbol? VariableOf(IOperation value) => value switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    /// <summary>Tells whether a value is the second of a pair in a dictionary, to which its filler adds what has occurred.</summary>
    public static bool IsOfAPair(IOperation value, IOperation body) => value switch
    {
        IPropertyReferenceOperation { Property: { Name: "Value", ContainingType: var type } } => IsPair(type),
        ILocalReferenceOperation { Local: var local } when LoopOf(local) is ForEachVariableStatementSyntax loop => LoopCollection(loop, body)?.WithoutCasts().Type is { } type && HoldsPairs(type),
        _ => false,
    };

    /// <summary>Gives the collection that a variable of a loop or of a lambda, a member of it, or an element, is taken from; null where that is not to be seen.</summary>
    public static IOperation? CollectionOf(IOperation value, IOperation body) => value switch
    {
        IArrayElementReferenceOperation element => element.ArrayReference,
        IPropertyReferenceOperation { Arguments.Length: > 0 } element => element.Instance,
        IMemberReferenceOperation { Instance: { } item } => CollectionOf(item.WithoutCasts(), body),
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

    private static bool IsPair(ITypeSymbol type) => type is { Name: "KeyValuePair", ContainingNamespace: { Name: "Generic", ContainingNamespace.Name: "Collections" } };

    private static bool HoldsPairs(ITypeSymbol collection)
    {
        foreach (var one in collection.AllInterfaces)
        {
            if (one is { Name: "IEnumerable", TypeArguments.Length: 1 } && IsPair(one.TypeArguments[0])) return true;
        }

        return collection is INamedTypeSymbol { Name: "IEnumerable", TypeArguments: { Length: 1 } of } && IsPair(of[0]);
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
