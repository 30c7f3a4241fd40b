using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers.Symbols;

/// <summary>Which members of a compilation call which, where loops are, and where a cancellation token is looked at.</summary>
/// <remarks>Lambdas and local functions belong to the member around them. Filled by any number of threads, asked by one when all is in.</remarks>
internal sealed class CallGraph(IAssemblySymbol assembly)
{
    private readonly ConcurrentDictionary<ISymbol, Member> members = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentBag<INamedTypeSymbol> implementers = [];

    /// <summary>Gets the operations that it wants to see.</summary>
    public static ImmutableArray<OperationKind> Kinds { get; } =
        [OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.PropertyReference, OperationKind.MethodReference, OperationKind.Loop];

    /// <summary>Takes in one operation of a member.</summary>
    public void Add(ISymbol caller, IOperation operation)
    {
        switch (operation)
        {
            case ILoopOperation loop when !HasConstantBound(loop):
                var around = Of(caller);
                around.HasLoop = true;
                if (IsInLoop(loop)) around.HasLoopInLoop = true;
                break;
            case IInvocationOperation call:
                if (IsLook(call.TargetMethod) || call.Arguments.Any(IsHandedOn)) Of(caller).Looks = true;
                AddCall(caller, call.TargetMethod, call);
                break;
            case IObjectCreationOperation { Constructor: { } constructor }:
                AddCall(caller, constructor, operation);
                break;
            case IMethodReferenceOperation reference:
                AddCall(caller, reference.Method, operation);
                break;
            case IPropertyReferenceOperation { Property: var property }:
                if (IsLook(property) || IsHandedOn(property, operation)) Of(caller).Looks = true;
                if (property.GetMethod is { } get) AddCall(caller, get, operation);
                if (property.SetMethod is { } set) AddCall(caller, set, operation);
                break;
        }
    }

    /// <summary>Takes in a type, for the interfaces that it implements.</summary>
    public void Add(INamedTypeSymbol type)
    {
        if (type.TypeKind is TypeKind.Class or TypeKind.Struct && (type.AllInterfaces.Length > 0 || type.BaseType is { SpecialType: SpecialType.None })) implementers.Add(type);
    }

    /// <summary>Gives the methods of the compilation that implement a method of an interface, or override one.</summary>
    public IEnumerable<IMethodSymbol> ImplementationsOf(IMethodSymbol method)
    {
        var found = method.ContainingType.TypeKind == TypeKind.Interface
            ? implementers.Where(type => type.AllInterfaces.Any(one => Same(one.OriginalDefinition, method.ContainingType))).Select(type => Implementation(type, method))
            : implementers.SelectMany(type => type.GetMembers(method.Name)).OfType<IMethodSymbol>().Where(one => Same(one.OverriddenMethod?.OriginalDefinition, method));
        return found.OfType<IMethodSymbol>().Where(one => Same(one.ContainingAssembly, assembly)).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default);
    }

    /// <summary>Gives a member with a loop that a method reaches without reaching a look at a token; null where there is none.</summary>
    public ISymbol? UnwatchedLoop(IMethodSymbol from, bool onlyNested)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { from };
        var waiting = new Queue<ISymbol>(seen);
        ISymbol? first = null;
        while (waiting.Count > 0)
        {
            var symbol = waiting.Dequeue();
            if (members.TryGetValue(symbol, out var member))
            {
                if (member.Looks) return null;
                if (onlyNested ? member.HasLoopInLoop || member.CalledInLoops.Keys.Any(HasLoop) : member.HasLoop) first ??= symbol;
                foreach (var called in member.Calls.Keys)
                {
                    if (seen.Add(called)) waiting.Enqueue(called);
                }
            }

            if (symbol is not IMethodSymbol { IsAbstract: true } and not IMethodSymbol { IsVirtual: true } and not IMethodSymbol { IsOverride: true, IsSealed: false }) continue;
            foreach (var implementation in ImplementationsOf((IMethodSymbol)symbol))
            {
                if (seen.Add(implementation)) waiting.Enqueue(implementation);
            }
        }

        return first;
    }

    private static bool Same(ISymbol? one, ISymbol? other) => SymbolEqualityComparer.Default.Equals(one, other);

    private static ISymbol? Implementation(INamedTypeSymbol type, IMethodSymbol method)
    {
        var of = type.AllInterfaces.First(one => Same(one.OriginalDefinition, method.ContainingType));
        return of.GetMembers(method.Name).Where(member => Same(member.OriginalDefinition, method)).Select(type.FindImplementationForInterfaceMember).FirstOrDefault()?.OriginalDefinition;
    }

    private static bool IsLook(ISymbol member) => member.Name is "ThrowIfCancellationRequested" or "IsCancellationRequested" && member.ContainingType is { Name: "CancellationToken" };

    // for (...; i < 4; ...): a number that the compiler knows is no number of rows.
    private static bool HasConstantBound(ILoopOperation loop) =>
        loop is IForLoopOperation { Condition: IBinaryOperation condition } && (condition.LeftOperand.ConstantValue.HasValue || condition.RightOperand.ConstantValue.HasValue) && !CountsDown(condition);

    // for (var i = rows - 1; i >= 0; i--) starts where others end.
    private static bool CountsDown(IBinaryOperation condition) =>
        condition.OperatorKind is BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual && condition.RightOperand.ConstantValue.HasValue;

    // What a loop does before its first turn.
    private static bool IsDoneOnce(ILoopOperation loop, IOperation part) =>
        loop switch { IForEachLoopOperation each => each.Collection == part, IForLoopOperation counting => counting.Before.Contains(part), _ => false };

    private static bool IsInLoop(IOperation operation)
    {
        for (var one = operation; one.Parent is { } parent; one = parent)
        {
            if (parent is ILoopOperation loop && !IsDoneOnce(loop, one) && !HasConstantBound(loop)) return true;
        }

        return false;
    }

    // Code outside of the compilation that is given a token is taken to look at it.
    private bool IsHandedOn(IArgumentOperation argument) =>
        argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { Type.Name: nameof(CancellationToken) } parameter }
        && !Same(parameter.ContainingAssembly, assembly)
        && IsToken(argument.Value);

    // The same of what is set, such as new ParallelOptions { CancellationToken = ... }.
    private bool IsHandedOn(IPropertySymbol property, IOperation reference) =>
        property.Type.Name == nameof(CancellationToken)
        && !Same(property.ContainingAssembly, assembly)
        && reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference
        && IsToken(assignment.Value);

    private static bool IsToken(IOperation value) => value is not (IDefaultValueOperation or IPropertyReferenceOperation { Property.Name: nameof(CancellationToken.None) });

    private bool HasLoop(ISymbol member) => members.TryGetValue(member, out var one) && one.HasLoop;

    private Member Of(ISymbol member) => members.GetOrAdd(member.OriginalDefinition, _ => new());

    private void AddCall(ISymbol caller, IMethodSymbol called, IOperation operation)
    {
        if (!Same(called.ContainingAssembly, assembly) || called.MethodKind == MethodKind.LocalFunction) return;
        var definition = (called.ReducedFrom ?? called).OriginalDefinition;
        var member = Of(caller);
        member.Calls.TryAdd(definition, true);
        if (IsInLoop(operation)) member.CalledInLoops.TryAdd(definition, true);
    }

    private sealed class Member
    {
        public ConcurrentDictionary<ISymbol, bool> Calls { get; } = new(SymbolEqualityComparer.Default);

        public ConcurrentDictionary<ISymbol, bool> CalledInLoops { get; } = new(SymbolEqualityComparer.Default);

        // Set to true alone, by any thread.
        public bool HasLoop { get; set; }

        public bool HasLoopInLoop { get; set; }

        public bool Looks { get; set; }
    }
}
