using Microsoft.CodeAnalysis;

namespace Infoscope.Analyzers.Symbols;

/// <summary>Members of .NET that a rule speaks of, found by name, so that a compilation that uses none of them pays for no lookup.</summary>
internal sealed class KnownMembers
{
    private readonly Dictionary<string, Entry> types = new(StringComparer.Ordinal);

    /// <summary>Adds members of a type, or all of them where none is named, and what is said about them.</summary>
    public KnownMembers Add(string space, string type, string remark, params string[] members)
    {
        types.Add(type, new(space, remark, members));
        return this;
    }

    /// <summary>Gives what is said about a member; null for one that is not in the table.</summary>
    public string? RemarkOn(ISymbol member) =>
        member.ContainingType is { ContainingType: null } type
        && types.TryGetValue(type.Name, out var entry)
        && (entry.Members.Length == 0 || entry.Members.Contains(member.Name))
        && type.ContainingNamespace?.ToDisplayString() == entry.Space
            ? entry.Remark
            : null;

    private sealed class Entry(string space, string remark, string[] members)
    {
        public string Space { get; } = space;

        public string Remark { get; } = remark;

        public string[] Members { get; } = members;
    }
}
