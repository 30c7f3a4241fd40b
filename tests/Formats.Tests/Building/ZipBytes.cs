using System.IO.Compression;

namespace Infoscope.Formats.Tests;

/// <summary>Makes archives with the framework's writer, which is none of the code under test.</summary>
internal static class ZipBytes
{
    public static byte[] Of(bool deflated, params (string Name, byte[] Bytes)[] members)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in members)
            {
                using var entry = archive.CreateEntry(name, deflated ? CompressionLevel.Optimal : CompressionLevel.NoCompression).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }
}
