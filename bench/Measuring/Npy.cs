using System.Runtime.InteropServices;
using System.Text;

namespace Infoscope.Measuring;

/// <summary>Writes arrays as .npy files of version 1.0, in row order.</summary>
public static class Npy
{
    /// <summary>Writes a whole array.</summary>
    public static void Write<T>(string file, ReadOnlySpan<T> numbers, params long[] shape)
        where T : unmanaged
    {
        using var stream = File.Create(file);
        WriteHeader<T>(stream, shape);
        Append(stream, numbers);
    }

    /// <summary>Writes what stands before the numbers.</summary>
    public static void WriteHeader<T>(Stream to, params long[] shape)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(to);
        var type = typeof(T) == typeof(float) ? "<f4" : typeof(T) == typeof(double) ? "<f8" : typeof(T) == typeof(int) ? "<i4" : "<i8";
        var axes = string.Concat(shape.Select(axis => $"{axis}, "));
        // 10 bytes come before the header, and both together are a multiple of 64.
        var header = $"{{'descr': '{type}', 'fortran_order': False, 'shape': ({axes}), }}";
        header = header.PadRight(((header.Length + 10 + 64) / 64 * 64) - 11) + "\n";
        to.Write([0x93, .. "NUMPY"u8, 1, 0, .. BitConverter.GetBytes((ushort)header.Length), .. Encoding.ASCII.GetBytes(header)]);
    }

    /// <summary>Writes numbers after others.</summary>
    public static void Append<T>(Stream to, ReadOnlySpan<T> numbers)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(to);
        // A span of bytes cannot be longer than 2^31.
        for (var start = 0; start < numbers.Length; start += 1 << 24) to.Write(MemoryMarshal.AsBytes(numbers[start..Math.Min(start + (1 << 24), numbers.Length)]));
    }
}
