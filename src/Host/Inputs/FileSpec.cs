namespace Infoscope.Host.Inputs;

/// <summary>A FILE or FILE:KEY as a user types it.</summary>
internal sealed record FileSpec(string Path, string? Key)
{
    private static readonly string[] Extensions = [".npy", ".npz", ".safetensors", ".csv"];

    /// <summary>
    /// Splits at the first colon behind the extension of a file that has keys, so that a key may hold colons and slashes; without one, at the last colon
    /// that has no folder behind it and is not that of a drive.
    /// </summary>
    public static FileSpec Parse(string text)
    {
        for (var colon = text.IndexOf(':', StringComparison.Ordinal); colon >= 0; colon = text.IndexOf(':', colon + 1))
        {
            if (Extensions.Any(extension => text.AsSpan(0, colon).EndsWith(extension, StringComparison.OrdinalIgnoreCase))) return At(text, colon);
        }

        var last = text.LastIndexOf(':');
        var isDrive = last == 1 && char.IsAsciiLetter(text[0]);
        return last <= 0 || isDrive || text.AsSpan(last).IndexOfAny('/', '\\') >= 0 ? new FileSpec(text, null) : At(text, last);
    }

    public override string ToString() => Key is null ? Path : $"{Path}:{Key}";

    private static FileSpec At(string text, int colon) => new(text[..colon], text[(colon + 1)..]);
}
