using System.Reflection;
using System.Reflection.Metadata;
using Infoscope.Analyzers.Contract;

namespace Infoscope.Loading;

/// <summary>What the class of an estimator or label source has to be, checked in metadata.</summary>
internal static class ClassRules
{
    /// <summary>Gives what is wrong with a class, after "class X "; null when nothing is.</summary>
    public static string? Problem(MetadataReader reader, TypeDefinitionHandle handle, Type contract)
    {
        var type = reader.GetTypeDefinition(handle);
        if (!IsPublic(reader, type)) return "is not public";
        if (type.Attributes.HasFlag(TypeAttributes.Abstract)) return "is abstract or static";
        if (!type.Attributes.HasFlag(TypeAttributes.Sealed)) return "is not sealed";
        if (type.GetGenericParameters().Count > 0) return "has type parameters";
        if (!type.GetMethods().Any(method => IsPublicConstructorWithoutArguments(reader, reader.GetMethodDefinition(method)))) return "has no public constructor without arguments";
        return Implements(reader, handle, contract, depth: 0) ? null : $"does not implement {contract.Name}";
    }

    /// <summary>Tells whether an id is of lower-case letters and digits in words joined by hyphens, as the compiler's rules ask for.</summary>
    public static bool IsId(string? id) => ContractNames.IsId(id);

    private static bool IsPublic(MetadataReader reader, TypeDefinition type, int depth = 0)
    {
        MetadataNames.CheckDepth(depth);
        return (type.Attributes & TypeAttributes.VisibilityMask) switch
        {
            TypeAttributes.Public => true,
            TypeAttributes.NestedPublic => IsPublic(reader, reader.GetTypeDefinition(type.GetDeclaringType()), depth + 1),
            _ => false,
        };
    }

    private static bool IsPublicConstructorWithoutArguments(MetadataReader reader, MethodDefinition method)
    {
        if (reader.GetString(method.Name) != ConstructorInfo.ConstructorName) return false;
        if ((method.Attributes & MethodAttributes.MemberAccessMask) != MethodAttributes.Public) return false;
        var signature = reader.GetBlobReader(method.Signature);
        signature.ReadSignatureHeader();
        return signature.ReadCompressedInteger() == 0;
    }

    private static bool Implements(MetadataReader reader, TypeDefinitionHandle handle, Type contract, int depth)
    {
        MetadataNames.CheckDepth(depth);
        var type = reader.GetTypeDefinition(handle);
        foreach (var implementation in type.GetInterfaceImplementations())
        {
            var implemented = reader.GetInterfaceImplementation(implementation).Interface;
            if (MetadataNames.IsContractType(reader, implemented, contract)) return true;
            if (implemented.Kind == HandleKind.TypeDefinition && Implements(reader, (TypeDefinitionHandle)implemented, contract, depth + 1)) return true;
        }

        return type.BaseType.Kind switch
        {
            _ when type.BaseType.IsNil => false,
            HandleKind.TypeDefinition => Implements(reader, (TypeDefinitionHandle)type.BaseType, contract, depth + 1),
            // A base class of another assembly may implement it; that is seen when the class is loaded.
            HandleKind.TypeReference => MetadataNames.Of(reader, (TypeReferenceHandle)type.BaseType) != "System.Object",
            _ => true,
        };
    }
}
