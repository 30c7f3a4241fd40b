using System.Globalization;

namespace Infoscope.Formats;

/// <summary>What the <c>descr</c> of a .npy header says about the elements.</summary>
internal readonly record struct NpyElements(ElementType Type, int ItemBytes, bool BigEndian)
{
    /// <summary>Reads a description such as <c>&lt;f4</c>.</summary>
    /// <param name="description">The value of <c>descr</c>.</param>
    /// <param name="elements">What it says, when it can be read.</param>
    /// <param name="refusal">What cannot be read, in words, otherwise.</param>
    /// <param name="remedy">The Python expression that makes such an array x readable.</param>
    public static bool TryParse(object? description, out NpyElements elements, out string refusal, out string remedy)
    {
        elements = default;
        refusal = "structured elements (a dtype with fields)";
        remedy = "np.array(x.tolist())";
        if (description is not string text) return false;
        refusal = $"elements of type '{Shortened(text)}'";
        if (text.Length < 2 || !"<>|".Contains(text[0], StringComparison.Ordinal)) return false;
        var kind = text[1];
        (refusal, remedy) = kind switch
        {
            'O' => ("Python objects (dtype object), which are never unpickled", remedy),
            'c' => ($"complex numbers ('{Shortened(text)}')", "np.stack([x.real, x.imag], -1)"),
            // numpy has no bfloat16: np.save of an array of JAX keeps its two bytes and forgets the type.
            'V' when text[1..] == "V2" => ($"untyped pairs of bytes ('{text}'), as numpy saves bfloat16", "(x.view(\"<u2\").astype(\"<u4\") << 16).view(\"<f4\")"),
            _ => (refusal, "x.astype(\"float64\")"),
        };
        if (!int.TryParse(text.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var width) || width == 0) return false;
        if (kind is 'U' or 'S')
        {
            // Beyond this a single text would not fit an array.
            if (width > Array.MaxLength / 4) return false;
            elements = new(kind == 'U' ? ElementType.UnicodeText : ElementType.ByteText, kind == 'U' ? width * 4 : width, text[0] == '>');
            return kind == 'S' || text[0] != '|';
        }

        ElementType? type = (kind, width) switch
        {
            ('b', 1) => ElementType.Boolean,
            ('i', 1) => ElementType.Int8,
            ('i', 2) => ElementType.Int16,
            ('i', 4) => ElementType.Int32,
            ('i', 8) => ElementType.Int64,
            ('u', 1) => ElementType.UInt8,
            ('u', 2) => ElementType.UInt16,
            ('u', 4) => ElementType.UInt32,
            ('u', 8) => ElementType.UInt64,
            ('f', 2) => ElementType.Float16,
            ('f', 4) => ElementType.Float32,
            ('f', 8) => ElementType.Float64,
            _ => null,
        };
        // '|' says that byte order does not matter, which is true of single bytes alone.
        if (type is null || (text[0] == '|' && width > 1)) return false;
        elements = new(type.Value, width, text[0] == '>');
        return true;
    }

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "...";
}
