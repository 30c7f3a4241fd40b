using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers.Symbols;

/// <summary>The operations that use a member, whatever kind of member it is.</summary>
internal static class MemberUse
{
    public static ImmutableArray<OperationKind> Kinds { get; } =
        [OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.PropertyReference, OperationKind.MethodReference];

    /// <summary>Gives the member that is used; null where it is only named, as in <c>nameof</c>.</summary>
    public static ISymbol? Of(IOperation operation) => operation switch
    {
        { Parent.Kind: OperationKind.NameOf } => null,
        IInvocationOperation call => call.TargetMethod,
        IObjectCreationOperation creation => creation.Constructor,
        IMemberReferenceOperation reference => reference.Member,
        _ => null,
    };

    /// <summary>Names a member as the code that uses it does.</summary>
    public static string NameOf(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? $"new {member.ContainingType.Name}" : $"{member.ContainingType.Name}.{member.Name}";
}
