using System.Collections.Immutable;
using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Infoscope.Packages.Tests.Packing;

/// <summary>An assembly in bytes, with the symbols inside it.</summary>
internal static class AssemblyFile
{
    /// <summary>Unpacks the symbols; null where there are none inside.</summary>
    public static byte[]? SymbolsOf(byte[] assembly)
    {
        using var file = new PEReader(ImmutableArray.Create(assembly));
        foreach (var entry in file.ReadDebugDirectory().Where(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb))
        {
            // Four bytes of name and four of length stand before what is compressed.
            using var packed = new DeflateStream(new MemoryStream(assembly, entry.DataPointer + 8, entry.DataSize - 8), CompressionMode.Decompress);
            using var symbols = new MemoryStream();
            packed.CopyTo(symbols);
            return symbols.ToArray();
        }

        return null;
    }

    /// <summary>Gives the source files that symbols name.</summary>
    public static IReadOnlyList<string> SourcesOf(byte[] symbols)
    {
        using var provider = MetadataReaderProvider.FromPortablePdbImage(ImmutableArray.Create(symbols));
        var reader = provider.GetMetadataReader();
        return [.. reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name))];
    }

    /// <summary>Tells whether an assembly is stamped as a plugin.</summary>
    public static bool IsStamped(byte[] assembly) => assembly.AsSpan().IndexOf("InfoscopeContract"u8) >= 0;
}
