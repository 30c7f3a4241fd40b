namespace Infoscope.Formats;

/// <summary>Reads arrays as <c>numpy.save</c> writes them.</summary>
internal static class NpyReader
{
    /// <summary>Opens a .npy file, which holds one array.</summary>
    public static StoredFile Open(FileContent file)
    {
        var header = NpyHeader.Read(file);
        if (!TryReadArray(file, header, file.Name, "", out var array, out var reason)) throw new ArrayFileException(reason);
        return new StoredFile(file.Name, [array], [], new Dictionary<string, string>(), [file]);
    }

    /// <summary>Makes the array that a header describes.</summary>
    /// <param name="source">The bytes of a .npy file, alone or as a member.</param>
    /// <param name="header">Its header.</param>
    /// <param name="path">The path of the file.</param>
    /// <param name="key">The key of the array.</param>
    /// <param name="array">The array.</param>
    /// <param name="reason">Why its kind of element cannot be read.</param>
    /// <exception cref="ArrayFileException">The header does not fit the bytes.</exception>
    public static bool TryReadArray(ByteSource source, NpyHeader header, string path, string key, out StoredArray array, out string reason)
    {
        array = null!;
        reason = "";
        if (!NpyElements.TryParse(header.Description, out var elements, out var refusal, out var remedy))
        {
            reason = $"{source.Name} holds {refusal}; booleans, integers, float16 to float64 and texts can be read, so if you trust the file save it with {Remedies.SaveAsPlainNpy(path, key, remedy)}.";
            return false;
        }

        var layout = ArrayLayout.Of(source.Name, header.Shape, elements.Type, elements.ItemBytes, elements.BigEndian, header.FortranOrder);
        var available = source.Length - header.DataStart;
        if (available != layout.ByteLength)
            throw new ArrayFileException(
                $"{source.Name} has {available} bytes of elements; its shape {ArrayShape.Text(header.Shape)} of {elements.Type.Word()} needs {layout.ByteLength}: it is {(available < layout.ByteLength ? "truncated" : "followed by something else")}, so save it again.");
        array = new StoredArray(source, header.DataStart, layout, key);
        return true;
    }
}
