using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Infoscope.Host.Tests;

/// <summary>Makes the bytes of .npy files, version 1.0, in C order.</summary>
internal static class NpyFile
{
    public static byte[] Of(long[] shape, params float[] values) => Of("<f4", shape, MemoryMarshal.AsBytes(values.AsSpan()));

    public static byte[] Of(long[] shape, params double[] values) => Of("<f8", shape, MemoryMarshal.AsBytes(values.AsSpan()));

    public static byte[] Of(long[] shape, params long[] values) => Of("<i8", shape, MemoryMarshal.AsBytes(values.AsSpan()));

    public static byte[] Of(long[] shape, params string[] values)
    {
        var width = values.Max(value => value.Length);
        var data = new byte[values.Length * width * 4];
        for (var i = 0; i < values.Length; i++) Encoding.UTF32.GetBytes(values[i]).CopyTo(data, i * width * 4);
        return Of($"<U{width}", shape, data);
    }

    /// <summary>Makes an array of Python objects, as np.save pickles them.</summary>
    public static byte[] OfObjects(int count) => Of("|O", [count], [0x80, 4, (byte)'N', (byte)'.']);

    /// <summary>Writes a shape as Python does.</summary>
    public static string Text(IReadOnlyList<long> shape) => shape.Count == 1 ? $"({shape[0]},)" : $"({string.Join(", ", shape)})";

    private static byte[] Of(string descr, long[] shape, ReadOnlySpan<byte> data)
    {
        const int preamble = 10;
        var header = $"{{'descr': '{descr}', 'fortran_order': False, 'shape': {Text(shape)}, }}";
        header = header.PadRight(((preamble + header.Length + 64) / 64 * 64) - preamble - 1) + "\n";
        var bytes = new byte[preamble + header.Length + data.Length];
        ((byte[])[0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0]).CopyTo(bytes, 0);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), (ushort)header.Length);
        Encoding.Latin1.GetBytes(header).CopyTo(bytes, preamble);
        data.CopyTo(bytes.AsSpan(preamble + header.Length));
        return bytes;
    }
}
