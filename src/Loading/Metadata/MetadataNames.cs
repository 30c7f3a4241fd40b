using System.Reflection.Metadata;

namespace Infoscope.Loading;

/// <summary>Full names of types in metadata, as reflection writes them.</summary>
internal static class MetadataNames
{
    // Types that hold or extend one another in a circle exist in damaged files alone.
    private const int DeepestNesting = 100;

    /// <summary>Stops a walk from type to type that never ends.</summary>
    /// <exception cref="BadImageFormatException">The walk is too deep.</exception>
    public static void CheckDepth(int depth)
    {
        if (depth > DeepestNesting) throw new BadImageFormatException("types are nested without end");
    }

    /// <summary>Gives the full name of a type of this assembly.</summary>
    public static string Of(MetadataReader reader, TypeDefinitionHandle handle, int depth = 0)
    {
        CheckDepth(depth);
        var type = reader.GetTypeDefinition(handle);
        var name = reader.GetString(type.Name);
        return type.GetDeclaringType() is { IsNil: false } outer ? $"{Of(reader, outer, depth + 1)}+{name}" : Join(reader.GetString(type.Namespace), name);
    }

    /// <summary>Gives the full name of a type of another assembly.</summary>
    public static string Of(MetadataReader reader, TypeReferenceHandle handle, int depth = 0)
    {
        CheckDepth(depth);
        var type = reader.GetTypeReference(handle);
        var name = reader.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference ? $"{Of(reader, (TypeReferenceHandle)type.ResolutionScope, depth + 1)}+{name}" : Join(reader.GetString(type.Namespace), name);
    }

    /// <summary>Tells whether a handle names a type of the contract.</summary>
    public static bool IsContractType(MetadataReader reader, EntityHandle handle, Type contractType)
    {
        if (handle.Kind != HandleKind.TypeReference || Of(reader, (TypeReferenceHandle)handle) != contractType.FullName) return false;
        var scope = reader.GetTypeReference((TypeReferenceHandle)handle).ResolutionScope;
        return scope.Kind == HandleKind.AssemblyReference
            && reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name) == PluginLoadContext.ContractName;
    }

    private static string Join(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";
}
