using System.Buffers.Binary;
using System.Text;

namespace Infoscope.Formats.Tests;

/// <summary>Makes .npy files byte by byte.</summary>
internal static class NpyBytes
{
    public static byte[] Of(string descr, string shape, byte[] data, bool fortranOrder = false, byte major = 1) =>
        WithHeader($"{{'descr': {descr}, 'fortran_order': {(fortranOrder ? "True" : "False")}, 'shape': {shape}, }}", data, major);

    public static byte[] WithHeader(string header, byte[] data, byte major = 1)
    {
        var prefix = major == 1 ? 10 : 12;
        var text = (major == 3 ? Encoding.UTF8 : Encoding.Latin1).GetBytes(header);
        var padded = (text.Length + 1 + prefix + 63) / 64 * 64 - prefix;
        var bytes = new byte[prefix + padded + data.Length];
        ((byte[])[0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', major, 0]).CopyTo(bytes, 0);
        if (major == 1) BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), (ushort)padded);
        else BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), (uint)padded);
        bytes.AsSpan(prefix, padded).Fill((byte)' ');
        text.CopyTo(bytes, prefix);
        bytes[prefix + padded - 1] = (byte)'\n';
        data.CopyTo(bytes, prefix + padded);
        return bytes;
    }

    public static byte[] Singles(params float[] values) => [.. values.SelectMany(BitConverter.GetBytes)];
}
