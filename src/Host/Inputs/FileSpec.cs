namespace Infoscope.Host.Inputs;

/// <summary>A FILE or FILE:KEY as a user types it.</summary>
internal sealed record FileSpec(string Path, string? Key)
{
    /// <summary>Splits at the last colon that starts a key: not that of a drive, and with no folder behind it.</summary>
    public static FileSpec Parse(string text)
    {
        var colon = text.LastIndexOf(':');
        var isDrive = colon == 1 && char.IsAsciiLetter(text[0]);
        if (colon <= 0 || isDrive || text.AsSpan(colon).IndexOfAny('/', '\\') >= 0 || File.Exists(text)) return new FileSpec(text, null);
        return new FileSpec(text[..colon], text[(colon + 1)..]);
    }

    public override string ToString() => Key is null ? Path : $"{Path}:{Key}";
}
