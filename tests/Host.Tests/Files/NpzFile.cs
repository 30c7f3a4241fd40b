using System.IO.Compression;

namespace Infoscope.Host.Tests;

/// <summary>Makes the bytes of .npz files out of those of .npy files.</summary>
internal static class NpzFile
{
    public static byte[] Of(params (string Key, byte[] Npy)[] members)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (key, npy) in members)
            {
                using var entry = archive.CreateEntry(key + ".npy", CompressionLevel.Optimal).Open();
                entry.Write(npy);
            }
        }

        return stream.ToArray();
    }
}
