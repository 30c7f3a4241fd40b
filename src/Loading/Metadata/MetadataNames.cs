using System.Reflection.Metadata;

namespace Infoscope.Loading;

/// <summary>Full names of types in metadata, as reflection writes them.</summary>
internal static class MetadataNames
{
    /// <summary>Gives the full name of a type of this assembly.</summary>
    public static string Of(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var name = reader.GetString(type.Name);
        return type.GetDeclaringType() is { IsNil: false } outer ? $"{Of(reader, outer)}+{name}" : Join(reader.GetString(type.Namespace), name);
    }

    /// <summary>Gives the full name of a type of another assembly.</summary>
    public static string Of(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        var name = reader.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference ? $"{Of(reader, (TypeReferenceHandle)type.ResolutionScope)}+{name}" : Join(reader.GetString(type.Namespace), name);
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
