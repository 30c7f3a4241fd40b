using System.Reflection.Metadata;

namespace Infoscope.Loading;

/// <summary>Names the types of attribute arguments by their full names; every enum of the contract is a 32-bit integer.</summary>
internal sealed class AttributeTypes : ICustomAttributeTypeProvider<string>
{
    private const string SystemType = "System.Type";

    public static AttributeTypes Instance { get; } = new();

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

    public string GetSystemType() => SystemType;

    public bool IsSystemType(string type) => type == SystemType;

    public string GetSZArrayType(string elementType) => elementType + "[]";

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => MetadataNames.Of(reader, handle);

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => MetadataNames.Of(reader, handle);

    // A type of another assembly is followed by a comma and that assembly's name.
    public string GetTypeFromSerializedName(string name) => name.Split(", ", 2)[0];

    public PrimitiveTypeCode GetUnderlyingEnumType(string type) => PrimitiveTypeCode.Int32;
}
