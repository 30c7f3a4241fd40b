namespace Infoscope.Loading;

/// <summary>Where a plugin's assembly is: in a DLL, or in memory, made of a source file.</summary>
/// <param name="Path">The full path of the DLL or the source file.</param>
/// <param name="Image">The assembly in memory; null for a DLL.</param>
internal sealed record PluginBinary(string Path, byte[]? Image = null)
{
    /// <summary>Opens the assembly for reading.</summary>
    public Stream Open() => Image is null ? File.OpenRead(Path) : new MemoryStream(Image, writable: false);
}
