using Microsoft.CodeAnalysis;

namespace Infoscope.Analyzers;

/// <summary>How code names a type at a place.</summary>
internal static class KnownNames
{
    /// <summary>Gives the name alone where a using directive brings the type, and the full one elsewhere.</summary>
    public static string Shortest(SemanticModel model, int position, string space, string name)
    {
        var full = $"{space}.{name}";
        var found = model.LookupNamespacesAndTypes(position, name: name);
        return found.Length == 1 && found[0].ToDisplayString() == full ? name : full;
    }
}
