using System.Runtime.InteropServices;

namespace Infoscope.Loading;

/// <summary>Where a plugin's assembly is: in a DLL, or in memory, made of a source file.</summary>
/// <param name="Path">The full path of the DLL or the source file.</param>
/// <param name="Image">The assembly in memory; null for a DLL.</param>
internal sealed record PluginBinary(string Path, ReadOnlyMemory<byte>? Image = null)
{
    /// <summary>Opens the assembly for reading.</summary>
    public Stream Open()
    {
        if (Image is not { } image) return File.OpenRead(Path);
        return MemoryMarshal.TryGetArray(image, out var array) ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false) : new MemoryStream(image.ToArray(), writable: false);
    }
}
