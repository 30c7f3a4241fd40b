using System.Text;

namespace Infoscope.Formats;

/// <summary>Reads whole arrays of texts.</summary>
internal static class TextArrays
{
    private const int BlockBytes = 1 << 20;

    /// <summary>Reads bytes of an array as stored, from an element on.</summary>
    public delegate void StoredBytesReader(long first, Span<byte> bytes);

    /// <summary>Reads all texts in row-major order.</summary>
    public static string[] Read(StoredArray array, ArrayLayout layout, StoredBytesReader readStored)
    {
        RefuseNumbers(array);
        array.ProveBeforeHolding();
        if (layout.Length == 0) return [];
        var stored = new string[layout.Length];
        // Labels repeat: each text is kept once.
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        var block = new byte[Math.Max(layout.ItemBytes, Math.Min(BlockBytes / layout.ItemBytes * layout.ItemBytes, layout.ByteLength))];
        var held = block.Length / layout.ItemBytes;
        for (var first = 0; first < stored.Length; first += held)
        {
            var count = Math.Min(held, stored.Length - first);
            readStored(first, block.AsSpan(0, count * layout.ItemBytes));
            for (var i = 0; i < count; i++)
            {
                var text = Decode(array.Name, layout, block.AsSpan(i * layout.ItemBytes, layout.ItemBytes), first + i);
                if (kept.TryGetValue(text, out var same)) text = same;
                else kept[text] = text;
                stored[first + i] = text;
            }
        }

        return layout.FortranOrder ? RowMajor(layout, stored) : stored;
    }

    /// <summary>Reads some texts from a place in row-major order.</summary>
    public static void Read(StoredArray array, ArrayLayout layout, StoredBytesReader readStored, long first, Span<string> texts)
    {
        RefuseNumbers(array);
        var order = layout.FortranOrder ? new ColumnOrder(layout) : null;
        var bytes = new byte[texts.IsEmpty ? 0 : layout.ItemBytes];
        for (var i = 0; i < texts.Length; i++)
        {
            var place = first + i;
            var stored = order is null ? place : (order.Stored(place % order.Columns) * order.Rows) + (place / order.Columns);
            readStored(stored, bytes);
            texts[i] = Decode(array.Name, layout, bytes, stored);
        }
    }

    private static void RefuseNumbers(StoredArray array)
    {
        if (!array.ElementType.IsText()) throw new ArrayFileException($"{array.Name} holds {array.ElementType.Word()}; texts are needed here: read it as numbers.");
    }

    private static string Decode(string name, ArrayLayout layout, ReadOnlySpan<byte> bytes, long index)
    {
        try
        {
            return layout.ElementType == ElementType.UnicodeText ? FixedTexts.CodePoints(bytes, layout.BigEndian) : FixedTexts.Utf8(bytes);
        }
        catch (DecoderFallbackException failure)
        {
            var remedy = layout.ElementType == ElementType.UnicodeText ? "it is damaged, so save it again" : "save it as np.char.decode(x, \"latin-1\") if that is its encoding";
            throw new ArrayFileException($"{name} holds as element {index} in storage order a text that is not {(layout.ElementType == ElementType.UnicodeText ? "Unicode" : "UTF-8")}; {remedy}.", failure);
        }
    }

    private static string[] RowMajor(ArrayLayout layout, string[] stored)
    {
        var order = new ColumnOrder(layout);
        var texts = new string[stored.Length];
        for (var place = 0L; place < stored.Length; place++) texts[(place % order.Rows * order.Columns) + order.RowMajor(place / order.Rows)] = stored[place];
        return texts;
    }
}
