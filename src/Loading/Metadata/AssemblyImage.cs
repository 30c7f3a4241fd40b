using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Infoscope.Loading;

/// <summary>The metadata of an assembly, read into memory; nothing of it is loaded and the file is not kept open.</summary>
internal sealed class AssemblyImage : IDisposable
{
    private readonly PEReader image;

    private AssemblyImage(PEReader image)
    {
        this.image = image;
        Reader = image.GetMetadataReader();
    }

    /// <summary>Gets the metadata.</summary>
    public MetadataReader Reader { get; }

    /// <summary>Reads an assembly.</summary>
    /// <exception cref="PluginLoadException">The file cannot be read or is not a .NET assembly.</exception>
    public static AssemblyImage Open(PluginBinary binary)
    {
        var path = binary.Path;
        try
        {
            using var file = binary.Open();
            if (NativeFormat(file) is { } found) throw NotDotNet(path, found);
            var image = new PEReader(file, PEStreamOptions.PrefetchMetadata | PEStreamOptions.LeaveOpen);
            if (image.HasMetadata && image.GetMetadataReader().IsAssembly) return new(image);
            var what = image.HasMetadata ? "a .NET module without an assembly" : "a native Windows library";
            image.Dispose();
            throw NotDotNet(path, what);
        }
        catch (BadImageFormatException)
        {
            throw NotDotNet(path, "damaged or cut short");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PluginLoadException(PluginFailure.NotLoadable, path, $"{path} cannot be read: {ExceptionText.OneLine(error)}");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => image.Dispose();

    private static string? NativeFormat(Stream file)
    {
        Span<byte> start = stackalloc byte[4];
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        if (length == 0) return "empty";
        if (start.StartsWith("\u007FELF"u8)) return "a native library (ELF)";
        if (length == 4 && (start.SequenceEqual<byte>([0xCF, 0xFA, 0xED, 0xFE]) || start.SequenceEqual<byte>([0xCA, 0xFE, 0xBA, 0xBE]))) return "a native library (Mach-O)";
        return start.StartsWith("MZ"u8) ? null : "no library at all: it does not start as one";
    }

    private static PluginLoadException NotDotNet(string path, string found) =>
        new(PluginFailure.NotDotNet, path, $"{path} is {found}; a plugin is a .NET assembly built against {PluginLoadContext.ContractName}.");
}
