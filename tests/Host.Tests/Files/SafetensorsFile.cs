using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Infoscope.Host.Tests;

/// <summary>Makes the bytes of .safetensors files of float32 tensors.</summary>
internal static class SafetensorsFile
{
    public static byte[] Of(params (string Key, long[] Shape, float[] Values)[] tensors)
    {
        var header = new Dictionary<string, object>();
        var end = 0;
        foreach (var (key, shape, values) in tensors)
        {
            header[key] = new { dtype = "F32", shape, data_offsets = new[] { end, end + (4 * values.Length) } };
            end += 4 * values.Length;
        }

        var text = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(header));
        var length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, text.Length);
        return [.. length, .. text, .. tensors.SelectMany(tensor => MemoryMarshal.AsBytes(tensor.Values.AsSpan()).ToArray())];
    }
}
