using System.Buffers.Binary;
using System.Globalization;

namespace Infoscope.Formats.Tests;

/// <summary>Where a generated array is stored.</summary>
public enum Container
{
    Npy,
    StoredNpz,
    DeflatedNpz,
    Safetensors,
}

/// <summary>An array of random bytes, how it is stored, and the blocks in which it is read.</summary>
public sealed record ArrayCase(Container Container, ElementType ElementType, long[] Shape, bool FortranOrder, bool BigEndian, int Seed, int[] Cuts)
{
    public int Length => (int)Shape.Aggregate(1L, (product, axis) => product * axis);

    private int ItemBytes => ElementType.Bytes();

    public override string ToString() =>
        $"{Container} {ElementType} ({string.Join(", ", Shape)}) {(FortranOrder ? "Fortran" : "C")} {(BigEndian ? "big" : "little")} seed {Seed} cuts [{string.Join(", ", Cuts)}]";

    /// <summary>Gives the bytes of the elements as stored.</summary>
    public byte[] Data()
    {
        var bytes = new byte[Length * ItemBytes];
        new Random(Seed).NextBytes(bytes);
        return bytes;
    }

    /// <summary>Gives the bytes of the whole file.</summary>
    public byte[] File()
    {
        var shape = string.Join(", ", Shape) + (Shape.Length == 1 ? "," : "");
        var npy = NpyBytes.Of($"'{Description()}'", $"({shape})", Data(), FortranOrder);
        return Container switch
        {
            Container.Npy => npy,
            Container.Safetensors => SafetensorsBytes.Of(
                $$$"""{"x":{"dtype":"{{{SafetensorsName()}}}","shape":[{{{string.Join(", ", Shape)}}}],"data_offsets":[0,{{{Length * ItemBytes}}}]}}""", Data()),
            _ => ZipBytes.Of(Container == Container.DeflatedNpz, ("x.npy", npy)),
        };
    }

    public string FileName() => Container switch
    {
        Container.Npy => "x.npy",
        Container.Safetensors => "x.safetensors",
        _ => "x.npz",
    };

    /// <summary>Gives the bytes of each element in row-major order, little-endian, by strides: element (i, j, ...) lies at i * stride 0 + j * stride 1 + ...</summary>
    public byte[][] Elements()
    {
        var strides = new int[Shape.Length];
        var stride = 1;
        foreach (var axis in FortranOrder ? Enumerable.Range(0, Shape.Length) : Enumerable.Range(0, Shape.Length).Reverse())
        {
            strides[axis] = stride;
            stride *= (int)Shape[axis];
        }

        var (data, elements, index) = (Data(), new byte[Length][], new int[Shape.Length]);
        for (var element = 0; element < elements.Length; element++)
        {
            var bytes = data.AsSpan(index.Zip(strides, (i, step) => i * step).Sum() * ItemBytes, ItemBytes).ToArray();
            if (BigEndian) bytes.AsSpan().Reverse();
            elements[element] = bytes;
            for (var axis = Shape.Length - 1; axis >= 0 && ++index[axis] == Shape[axis]; axis--) index[axis] = 0;
        }

        return elements;
    }

    /// <summary>Gives what an element is worth.</summary>
    public double Value(byte[] element) => ElementType switch
    {
        ElementType.Boolean => element[0] == 0 ? 0 : 1,
        ElementType.Float16 => (double)BinaryPrimitives.ReadHalfLittleEndian(element),
        ElementType.BFloat16 => BitConverter.ToSingle([0, 0, .. element]),
        ElementType.Float32 => BinaryPrimitives.ReadSingleLittleEndian(element),
        ElementType.Float64 => BinaryPrimitives.ReadDoubleLittleEndian(element),
        ElementType.UInt64 => BinaryPrimitives.ReadUInt64LittleEndian(element),
        _ => Integer(element),
    };

    /// <summary>Gives what an element is worth in single precision, rounded once.</summary>
    public float Single(byte[] element) => ElementType switch
    {
        ElementType.UInt64 => BinaryPrimitives.ReadUInt64LittleEndian(element),
        _ when ElementType.IsInteger() => Integer(element),
        _ => (float)Value(element),
    };

    /// <summary>Gives what a whole number is, extended by its sign.</summary>
    public long Integer(byte[] element)
    {
        if (ElementType == ElementType.Boolean) return element[0] == 0 ? 0 : 1;
        var isNegative = ElementType <= ElementType.Int64 && element[^1] >= 128;
        return BinaryPrimitives.ReadInt64LittleEndian([.. element, .. Enumerable.Repeat(isNegative ? (byte)255 : (byte)0, 8 - element.Length)]);
    }

    private string Description()
    {
        var kind = ElementType switch
        {
            ElementType.Boolean => 'b',
            <= ElementType.Int64 => 'i',
            <= ElementType.UInt64 => 'u',
            _ => 'f',
        };
        return string.Create(CultureInfo.InvariantCulture, $"{(ItemBytes == 1 ? '|' : BigEndian ? '>' : '<')}{kind}{ItemBytes}");
    }

    private string SafetensorsName() => ElementType switch
    {
        ElementType.Boolean => "BOOL",
        ElementType.BFloat16 => "BF16",
        <= ElementType.Int64 => $"I{ItemBytes * 8}",
        <= ElementType.UInt64 => $"U{ItemBytes * 8}",
        _ => $"F{ItemBytes * 8}",
    };
}
