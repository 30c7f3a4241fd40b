namespace Infoscope.Formats;

/// <summary>Facts about element types.</summary>
public static class ElementTypes
{
    /// <summary>Tells whether the elements are integers or booleans, which can be read as long.</summary>
    public static bool IsInteger(this ElementType type) => type <= ElementType.UInt64;

    /// <summary>Tells whether the elements are texts.</summary>
    public static bool IsText(this ElementType type) => type >= ElementType.UnicodeText;

    /// <summary>Gives the word for the type in messages, such as <c>float32</c>.</summary>
    public static string Word(this ElementType type) => type switch
    {
        ElementType.Boolean => "bool",
        ElementType.UnicodeText => "text",
        ElementType.ByteText => "byte text",
        _ => type.ToString().ToLowerInvariant(),
    };

    /// <summary>Gives the bytes of an element; texts have no fixed number.</summary>
    internal static int Bytes(this ElementType type) => type switch
    {
        ElementType.Boolean or ElementType.Int8 or ElementType.UInt8 => 1,
        ElementType.Int16 or ElementType.UInt16 or ElementType.Float16 or ElementType.BFloat16 => 2,
        ElementType.Int32 or ElementType.UInt32 or ElementType.Float32 => 4,
        ElementType.Int64 or ElementType.UInt64 or ElementType.Float64 => 8,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "A text has no fixed number of bytes."),
    };
}
