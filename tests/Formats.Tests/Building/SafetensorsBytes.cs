using System.Buffers.Binary;
using System.Text;

namespace Infoscope.Formats.Tests;

/// <summary>Makes .safetensors files byte by byte.</summary>
internal static class SafetensorsBytes
{
    public static byte[] Of(string header, byte[] data) => Of(Encoding.UTF8.GetBytes(header), data);

    public static byte[] Of(byte[] header, byte[] data)
    {
        var length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        return [.. length, .. header, .. data];
    }
}
