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

    /// <summary>Says what to do instead.</summary>
    public static ArrayFileException Refuse(string path)
    {
        var isPlain = Plain.Contains(Path.GetExtension(path).ToLowerInvariant());
        return new ArrayFileException(
            $"{path} is a pickle{(isPlain ? "" : " of PyTorch")}, which can run any code and is never opened; if you trust it, save it as {(isPlain ? ".npy" : ".safetensors")} with " +
            $"{(isPlain ? Remedies.SaveAsNpy(path) : Remedies.SaveAsSafetensors(path))}.");
    }
}
