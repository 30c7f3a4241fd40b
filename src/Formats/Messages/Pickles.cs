namespace Infoscope.Formats;

/// <summary>Refuses files that only running code out of them could read.</summary>
internal static class Pickles
{
    private static readonly string[] Torch = [".pt", ".pth", ".ckpt", ".bin"];
    private static readonly string[] Plain = [".pkl", ".pickle"];

    /// <summary>Tells whether an extension is one of pickles.</summary>
    public static bool IsPickle(string extension) => Torch.Contains(extension) || Plain.Contains(extension);

    /// <summary>Tells whether bytes begin as pickles of protocol 2 to 5 do.</summary>
    public static bool BeginsAsPickle(ReadOnlySpan<byte> bytes) => bytes.Length >= 2 && bytes[0] == 0x80 && bytes[1] is >= 2 and <= 5;

    /// <summary>Tells whether a member of an archive is the pickle of what torch.save writes.</summary>
    public static bool IsMember(string name) => name.EndsWith("data.pkl", StringComparison.Ordinal);

    /// <summary>Tells whether a zip archive is what torch.save writes; one that cannot be read is not.</summary>
    public static bool IsInArchive(FileContent file)
    {
        try
        {
            return ZipDirectory.Members(file).Any(member => IsMember(member.Entry.Name));
        }
        catch (ArrayFileException)
        {
            return false;
        }
    }

    /// <summary>Says what to do instead.</summary>
    public static ArrayFileException Refuse(string path)
    {
        var isPlain = Plain.Contains(Path.GetExtension(path).ToLowerInvariant());
        return new ArrayFileException(
            $"{path} is a pickle{(isPlain ? "" : " of PyTorch")}, which can run any code and is never opened; if you trust it, save " +
            (isPlain ? $"it as .npy with {Remedies.SaveAsNpy(path)}." : $"one tensor as .npy with {Remedies.SaveTensorAsNpy(path)}, or a dictionary of them as .safetensors with {Remedies.SaveAsSafetensors(path)}."));
    }
}
