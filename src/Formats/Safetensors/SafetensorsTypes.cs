namespace Infoscope.Formats;

/// <summary>The element types of a .safetensors file by their names there.</summary>
internal static class SafetensorsTypes
{
    /// <summary>Gives the type with a name, or null when it is one that cannot be read, such as F8_E4M3.</summary>
    public static ElementType? Find(string name) => name switch
    {
        "BOOL" => ElementType.Boolean,
        "I8" => ElementType.Int8,
        "I16" => ElementType.Int16,
        "I32" => ElementType.Int32,
        "I64" => ElementType.Int64,
        "U8" => ElementType.UInt8,
        "U16" => ElementType.UInt16,
        "U32" => ElementType.UInt32,
        "U64" => ElementType.UInt64,
        "F16" => ElementType.Float16,
        "BF16" => ElementType.BFloat16,
        "F32" => ElementType.Float32,
        "F64" => ElementType.Float64,
        _ => null,
    };
}
