using System.Reflection.Metadata;

namespace Infoscope.Loading;

/// <summary>Finds attributes in metadata and decodes their arguments.</summary>
internal static class AttributeReader
{
    /// <summary>Decodes the attributes of one type of the contract.</summary>
    public static IEnumerable<DecodedAttribute> ContractAttributes(MetadataReader reader, CustomAttributeHandleCollection handles, Type attributeType) =>
        from handle in handles
        let attribute = reader.GetCustomAttribute(handle)
        where MetadataNames.IsContractType(reader, DeclaringType(reader, attribute), attributeType)
        select new DecodedAttribute(attribute.DecodeValue(AttributeTypes.Instance));

    /// <summary>Decodes the attributes of the assembly that have a full name, wherever that type is defined.</summary>
    public static IEnumerable<DecodedAttribute> AssemblyAttributes(MetadataReader reader, string fullName) =>
        from handle in reader.GetAssemblyDefinition().GetCustomAttributes()
        let attribute = reader.GetCustomAttribute(handle)
        let type = DeclaringType(reader, attribute)
        where type.Kind == HandleKind.TypeReference && MetadataNames.Of(reader, (TypeReferenceHandle)type) == fullName
        select new DecodedAttribute(attribute.DecodeValue(AttributeTypes.Instance));

    private static EntityHandle DeclaringType(MetadataReader reader, CustomAttribute attribute) => attribute.Constructor.Kind == HandleKind.MemberReference
        ? reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent
        : default;
}
