using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Infoscope.Tests.Options;

public sealed class NumericArrayTests
{
    public static TheoryData<long[], int> Misfits => new()
    {
        { [2, 3], 5 },
        { [2, 3], 7 },
        { [], 0 },
        { [], 2 },
        { [0, 3], 3 },
        { [-2, -3], 6 },
        { [-1], 1 },
        { [long.MaxValue, 2], 0 },
        // The product wraps around to 0 in 64 bits.
        { [1L << 32, 1L << 32], 0 },
    };

    [Theory]
    [MemberData(nameof(Misfits))]
    public void AShapeThatDoesNotHoldTheElementsIsRefused(long[] shape, int elements)
    {
        var failure = Assert.Throws<ActivationShapeException>(() => new NumericArray("a.npy", shape, new double[elements]));
        Assert.Contains($"a.npy holds {elements} elements", failure.Message, StringComparison.Ordinal);
        Assert.Throws<ActivationShapeException>(() => new NumericArray("a.npy", shape, new long[elements]));
        Assert.Throws<ActivationShapeException>(() => new LabelSet(shape, new int[elements], ["a"]));
    }

    [Theory]
    [InlineData(new long[0], 1)]
    [InlineData(new long[] { 0, long.MaxValue, long.MaxValue }, 0)]
    [InlineData(new long[] { 2, 3, 1 }, 6)]
    public void AShapeThatHoldsTheElementsIsKept(long[] shape, int elements)
    {
        var array = new NumericArray("a.npy", shape, new double[elements]);
        Assert.Equal(shape, array.Shape);
        Assert.Equal(elements, array.Length);
    }

    [Fact]
    public void NothingMayBeMissing()
    {
        Assert.Throws<ArgumentNullException>(() => new NumericArray("a", [1], (long[])null!));
        Assert.Throws<ArgumentNullException>(() => new NumericArray("a", [1], (double[])null!));
        Assert.Throws<ArgumentNullException>(() => new NumericArray("a", null!, [1.0]));
        Assert.Throws<ArgumentNullException>(() => new NumericArray(null!, [1], [1.0]));
    }

    [Fact]
    public void WholeNumbersAreReadAsBoth()
    {
        var array = new NumericArray("a.npy", [3], [1L, -2, 3]);
        Assert.True(array.IsInteger);
        Assert.Equal([1, -2, 3], array.Integers.ToArray());
        Assert.Equal([1.0, -2, 3], array.ToReals());
    }

    [Fact]
    public void RealNumbersAreNotReadAsWholeOnes()
    {
        var array = new NumericArray("a.npy", [1], [1.0]);
        Assert.False(array.IsInteger);
        Assert.Contains("a.npy holds real numbers", Assert.Throws<OptionException>(() => array.Integers.Length).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheRealsAreACopy()
    {
        var array = new NumericArray("a.npy", [1], [1.0]);
        array.ToReals()[0] = 2;
        Assert.Equal([1.0], array.ToReals());
    }

    [Fact]
    public void TheHashIsThatOfTheElementsAndNotOfTheFile()
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, 1.5);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(8), -2);
        var expected = Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];
        Assert.Equal(expected, new NumericArray("a.npy", [2], [1.5, -2]).ContentHash());
        Assert.Equal(expected, new NumericArray("b.npy", [2, 1], [1.5, -2]).ContentHash());
        Assert.NotEqual(expected, new NumericArray("a.npy", [2], [1.5, 2]).ContentHash());
    }
}
