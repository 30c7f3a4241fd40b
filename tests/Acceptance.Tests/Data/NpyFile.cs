using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Infoscope.Acceptance.Tests.Data;

/// <summary>Writes arrays of doubles as NumPy saves them, in C order.</summary>
internal static class NpyFile
{
    private const int Preamble = 10, Alignment = 64;

    public static void Write(string path, int[] shape, ReadOnlySpan<double> values)
    {
        var header = $"{{'descr': '<f8', 'fortran_order': False, 'shape': ({string.Join(", ", shape)}), }}";
        header = header.PadRight(((Preamble + header.Length + Alignment) / Alignment * Alignment) - Preamble - 1) + "\n";
        using var file = File.Create(path);
        Span<byte> preamble = [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0, 0, 0];
        BinaryPrimitives.WriteUInt16LittleEndian(preamble[8..], (ushort)header.Length);
        file.Write(preamble);
        file.Write(Encoding.Latin1.GetBytes(header));
        file.Write(MemoryMarshal.AsBytes(values));
    }
}
