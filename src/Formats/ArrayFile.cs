namespace Infoscope.Formats;

/// <summary>Opens files of arrays.</summary>
public static class ArrayFile
{
    private const string Allowed = ".npy, .npz and .safetensors";

    /// <summary>Opens a .npy (1.0 to 3.0), .npz or .safetensors file; the extension says which, and the first bytes must agree.</summary>
    /// <remarks>Reads and checks headers only: every array of a file that opens has all its bytes. Nothing is ever unpickled. Cost: the headers.</remarks>
    /// <exception cref="ArrayFileException">The file is missing, of another kind, damaged, or holds nothing but elements that cannot be read.</exception>
    public static StoredFile Open(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var extension = Path.GetExtension(path).ToLowerInvariant();
        if (extension is not (".npy" or ".npz" or ".safetensors")) throw OtherKind(path, extension);
        var file = FileContent.Open(path);
        try
        {
            var kind = KindOf(file);
            if (kind == ".npz" && kind != extension && Pickles.IsInArchive(file)) throw Pickles.Refuse(path);
            if (kind != extension) throw Disagreement(path, extension, kind);
            return extension switch
            {
                ".npy" => NpyReader.Open(file),
                ".npz" => NpzReader.Open(file),
                _ => SafetensorsReader.Open(file),
            };
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static ArrayFileException OtherKind(string path, string extension)
    {
        if (Directory.Exists(path)) return new ArrayFileException($"{path} is a folder; name a file in it.");
        if (!File.Exists(path)) return new ArrayFileException($"{path} does not exist; check the path (the current folder is {Environment.CurrentDirectory}).");
        if (Pickles.IsPickle(extension)) return Pickles.Refuse(path);
        if (extension == ".csv") return new ArrayFileException($"{path} is a table of labels, not an array; name one of its columns, as in {path}:COLUMN.");
        if (extension == ".json") return new ArrayFileException($"{path} is a .json file, which holds no arrays; if it is a plan, give it alone, as `infoscope compare {path}`.");
        return new ArrayFileException($"{path} {(extension.Length == 0 ? "has no extension" : $"has the extension '{extension}'")}; {Allowed} can be read: {HowToSave(path, extension)}.");
    }

    private static string HowToSave(string path, string extension) => extension switch
    {
        ".txt" or ".tsv" => $"save labels with {Remedies.SaveTextAsNpy(path)}, or as .csv with a first line that names the column, and activations without the dtype",
        ".h5" or ".hdf5" => $"save each array with {Remedies.SaveHdfAsNpy(path)}",
        _ => "save the array with `np.save(\"x.npy\", x)`",
    };

    // Empty when the first bytes are those of no known kind.
    private static string KindOf(FileContent file)
    {
        var beginning = new byte[Math.Min(file.Length, 40)];
        file.Read(0, beginning);
        ReadOnlySpan<byte> bytes = beginning;
        if (bytes.StartsWith(NpyHeader.Magic)) return ".npy";
        if (bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("PK\x05\x06"u8)) return ".npz";
        // Before pickles: the length that a .safetensors file begins with may have the two bytes that a pickle begins with.
        if (bytes.Length > 8 && bytes[8] == (byte)'{') return ".safetensors";
        if (Pickles.BeginsAsPickle(bytes)) return "pickle";
        return bytes.StartsWith("version https://git-lfs"u8) ? "lfs" : "";
    }

    private static ArrayFileException Disagreement(string path, string extension, string kind) => kind switch
    {
        "pickle" => Pickles.Refuse(path),
        "lfs" => new ArrayFileException($"{path} is a Git LFS pointer, not the file it stands for; fetch it with `git lfs pull`."),
        "" => new ArrayFileException($"{path} does not begin as a {extension} file does; it is damaged or of another kind: save it again as {Allowed.Replace("and", "or", StringComparison.Ordinal)}."),
        _ => new ArrayFileException($"{path} is named {extension} but begins as a {kind} file does; rename it to {Path.ChangeExtension(path, kind)}."),
    };
}
