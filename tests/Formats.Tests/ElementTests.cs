namespace Infoscope.Formats.Tests;

/// <summary>What single elements become.</summary>
public sealed class ElementTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void EveryFloat16WidensExactly()
    {
        var bits = Enumerable.Range(0, 1 << 16).Select(i => (ushort)i).ToArray();
        using var file = Open(NpyBytes.Of("'<f2'", "(65536,)", [.. bits.SelectMany(BitConverter.GetBytes)]));
        var (singles, doubles) = (new float[bits.Length], new double[bits.Length]);
        file.Arrays[0].Read(0, singles);
        file.Arrays[0].Read(0, doubles);
        for (var i = 0; i < bits.Length; i++)
        {
            // 1 bit of sign, 5 of exponent (bias 15), 10 of fraction; exponent 0 is subnormal, 31 is infinite or not a number.
            var (exponent, fraction) = ((bits[i] >> 10) & 31, bits[i] & 1023);
            var magnitude = exponent switch
            {
                31 => fraction == 0 ? double.PositiveInfinity : double.NaN,
                0 => Math.ScaleB(fraction, -24),
                _ => Math.ScaleB(1024 + fraction, exponent - 25),
            };
            var expected = bits[i] >> 15 == 1 ? -magnitude : magnitude;
            Assert.True(expected.Equals(doubles[i]) && expected.Equals(singles[i]) && double.IsNegative(expected) == double.IsNegative(doubles[i]) || double.IsNaN(expected) && double.IsNaN(doubles[i]) && float.IsNaN(singles[i]), $"{i:x4}");
        }
    }

    [Fact]
    public void EveryBfloat16IsTheUpperHalfOfAFloat32()
    {
        var bits = Enumerable.Range(0, 1 << 16).Select(i => (ushort)i).ToArray();
        using var file = ArrayFile.Open(folder.Write("x.safetensors", SafetensorsBytes.Of("""{"x":{"dtype":"BF16","shape":[65536],"data_offsets":[0,131072]}}""", [.. bits.SelectMany(BitConverter.GetBytes)])));
        var singles = new float[bits.Length];
        file.Find("x").Read(0, singles);
        for (var i = 0; i < bits.Length; i++)
        {
            var expected = BitConverter.Int32BitsToSingle(i << 16);
            Assert.True(float.IsNaN(expected) ? float.IsNaN(singles[i]) : BitConverter.SingleToInt32Bits(singles[i]) == i << 16, $"{i:x4}");
        }
    }

    [Fact]
    public void DoublesRoundToTheNearestSingleAndOverflowToInfinity()
    {
        double[] values = [0.1, 1 + Math.Pow(2, -24), 1 + Math.Pow(2, -24) + Math.Pow(2, -50), 1e300, -1e300, 1e-50, double.NaN];
        using var file = Open(NpyBytes.Of("'<f8'", "(7,)", [.. values.SelectMany(BitConverter.GetBytes)]));
        var singles = new float[7];
        file.Arrays[0].Read(0, singles);
        Assert.Equal([0.1f, 1f, 1.0000001f, float.PositiveInfinity, float.NegativeInfinity, 0f, float.NaN], singles);
    }

    [Fact]
    public void AnyByteButZeroIsTrue()
    {
        using var file = Open(NpyBytes.Of("'|b1'", "(4,)", [0, 1, 2, 255]));
        Assert.Equal([0L, 1, 1, 1], file.Arrays[0].ToNumericArray().Integers.ToArray());
    }

    [Theory]
    [InlineData("'<f4'", "float32")]
    [InlineData("'<f2'", "float16")]
    [InlineData("'<U1'", "text")]
    public void OnlyIntegersAreReadAsWholeNumbers(string descr, string word)
    {
        using var file = Open(NpyBytes.Of(descr, descr == "'<f2'" ? "(2,)" : "(1,)", new byte[4]));
        Refusal.Says(file.Path, () => file.Arrays[0].Read(0, new long[1]), $"holds {word}", "whole numbers are needed");
    }

    [Fact]
    public void TextsAreNoNumbersAndNumbersNoTexts()
    {
        using var texts = Open(NpyBytes.Of("'|S4'", "(1,)", new byte[4]));
        Refusal.Says(texts.Path, () => texts.Arrays[0].Read(0, new float[1]), "numbers are needed");
        Refusal.Says(texts.Path, () => texts.Arrays[0].ToNumericArray(), "numbers are needed");
        using var numbers = Open(NpyBytes.Of("'<i4'", "(1,)", new byte[4]));
        Refusal.Says(numbers.Path, () => numbers.Arrays[0].ReadTexts(), "texts are needed");
    }

    [Theory]
    [InlineData("'<U1'", new byte[] { 0x00, 0xd8, 0, 0 })]
    [InlineData("'>U1'", new byte[] { 0, 0x11, 0, 0 })]
    public void ATextThatIsNoCodePointIsRefused(string descr, byte[] data)
    {
        using var file = Open(NpyBytes.Of(descr, "(1,)", data));
        Refusal.Says(file.Path, () => file.Arrays[0].ReadTexts(), "element 0", "not Unicode");
    }

    [Fact]
    public void BytesThatAreNotUtf8AreRefusedWithTheWayToDecodeThem()
    {
        using var file = Open(NpyBytes.Of("'|S2'", "(2,)", [97, 0, 0xe9, 0]));
        Refusal.Says(file.Path, () => file.Arrays[0].ReadTexts(), "element 1", "np.char.decode");
    }

    [Fact]
    public void ZerosInsideATextBelongToIt()
    {
        using var file = Open(NpyBytes.Of("'|S4'", "(2,)", [97, 0, 98, 0, 0, 0, 0, 0]));
        Assert.Equal(["a\0b", ""], file.Arrays[0].ReadTexts());
    }

    [Fact]
    public void TextsInFortranOrderAreReadInRowMajorOrder()
    {
        using var file = Open(NpyBytes.Of("'|S1'", "(2, 3)", "adbecf"u8.ToArray(), fortranOrder: true));
        Assert.Equal(["a", "b", "c", "d", "e", "f"], file.Arrays[0].ReadTexts());
    }

    [Fact]
    public void AnEmptyArrayOfHugeTextsTakesNoMemory()
    {
        using var file = Open(NpyBytes.Of("'<U500000000'", "(0,)", []));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Empty(file.Arrays[0].ReadTexts());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    private StoredFile Open(byte[] bytes) => ArrayFile.Open(folder.Write($"{Guid.NewGuid()}.npy", bytes));
}
