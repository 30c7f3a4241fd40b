namespace Infoscope.Formats;

/// <summary>What one element of a stored array is.</summary>
public enum ElementType
{
    /// <summary>One byte, 0 or 1; any other byte reads as 1.</summary>
    Boolean,

    /// <summary>A signed integer of 8 bits.</summary>
    Int8,

    /// <summary>A signed integer of 16 bits.</summary>
    Int16,

    /// <summary>A signed integer of 32 bits.</summary>
    Int32,

    /// <summary>A signed integer of 64 bits.</summary>
    Int64,

    /// <summary>An unsigned integer of 8 bits.</summary>
    UInt8,

    /// <summary>An unsigned integer of 16 bits.</summary>
    UInt16,

    /// <summary>An unsigned integer of 32 bits.</summary>
    UInt32,

    /// <summary>An unsigned integer of 64 bits.</summary>
    UInt64,

    /// <summary>An IEEE 754 number of 16 bits.</summary>
    Float16,

    /// <summary>The upper half of an IEEE 754 number of 32 bits.</summary>
    BFloat16,

    /// <summary>An IEEE 754 number of 32 bits.</summary>
    Float32,

    /// <summary>An IEEE 754 number of 64 bits.</summary>
    Float64,

    /// <summary>A text of a fixed number of code points, 4 bytes each (numpy's U).</summary>
    UnicodeText,

    /// <summary>A text of a fixed number of bytes, read as UTF-8 (numpy's S).</summary>
    ByteText,
}
