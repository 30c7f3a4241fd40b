namespace Infoscope.Formats.Tests;

/// <summary>The .npy format: versions, orders, and every way in which a file can lie.</summary>
public sealed class NpyTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void EveryVersionIsRead(byte major)
    {
        using var file = Open(NpyBytes.Of("'<f4'", "(2, 3)", NpyBytes.Singles(1, 2, 3, 4, 5, 6), major: major));
        var array = Assert.Single(file.Arrays);
        Assert.Equal(("", ElementType.Float32, 6L), (array.Key, array.ElementType, array.Length));
        Assert.Equal([2, 3], array.Shape);
        Assert.Equal([1f, 2, 3, 4, 5, 6], Singles(array));
        Assert.Same(array, file.Find(""));
    }

    [Fact]
    public void FortranOrderIsReadInRowMajorOrder()
    {
        using var file = Open(NpyBytes.Of("'<f4'", "(2, 3)", NpyBytes.Singles(1, 4, 2, 5, 3, 6), fortranOrder: true));
        Assert.Equal([1f, 2, 3, 4, 5, 6], Singles(file.Arrays[0]));
    }

    [Fact]
    public void ASingleNumberHasNoAxes()
    {
        using var file = Open(NpyBytes.Of("'>i2'", "()", [1, 2]));
        Assert.Empty(file.Arrays[0].Shape);
        var number = new long[1];
        file.Arrays[0].Read(0, number);
        Assert.Equal(258, number[0]);
    }

    [Theory]
    [InlineData("(0, 5)")]
    [InlineData("(0,)")]
    [InlineData("(3, 0)")]
    public void AnArrayWithoutElementsOpensWithItsShape(string shape)
    {
        using var file = Open(NpyBytes.Of("'<f8'", shape, []));
        Assert.Equal(0, file.Arrays[0].Length);
        Assert.Contains(0L, file.Arrays[0].Shape);
        Assert.Equal(0, file.Arrays[0].ToNumericArray().Length);
        file.Arrays[0].Read(0, Span<float>.Empty);
    }

    [Fact]
    public void HeadersOfPython2AreRead()
    {
        using var file = Open(NpyBytes.Of("'|u1'", "(3L,)", [1, 2, 3]));
        Assert.Equal([3], file.Arrays[0].Shape);
    }

    [Theory]
    [InlineData("(2, 3)", 23, "23 bytes of elements", "needs 24", "truncated")]
    [InlineData("(2, 3)", 25, "25 bytes of elements", "needs 24", "followed by something else")]
    [InlineData("(2, -3)", 24, "(2, -3)", "0 or longer")]
    [InlineData("(-1,)", 0, "(-1,)", "0 or longer")]
    [InlineData("(4294967296, 4294967296)", 0, "2^63")]
    [InlineData("(4611686018427387904, 4, 0)", 0, "2^63")]
    [InlineData("(99999999999999999999,)", 0, "whole number of 64 bits")]
    [InlineData("(6)", 24, "'shape' is not a tuple")]
    [InlineData("[6]", 24, "'shape' is not a tuple")]
    [InlineData("('6',)", 24, "'shape' is not a tuple")]
    [InlineData("(True,)", 24, "'shape' is not a tuple")]
    [InlineData("(-,)", 0, "whole number of 64 bits")]
    [InlineData("(2.0,)", 8, "malformed")]
    [InlineData("(6,", 24, "malformed")]
    [InlineData("(2 3)", 24, "malformed")]
    public void AShapeThatDoesNotFitIsRefused(string shape, int bytes, params string[] parts) =>
        Refusal.OfOpening(Write(NpyBytes.Of("'<f4'", shape, new byte[bytes])), parts);

    [Fact]
    public void TooManyAxesAreRefused() =>
        Refusal.OfOpening(Write(NpyBytes.Of("'|u1'", $"({string.Concat(Enumerable.Repeat("1, ", 65))})", [7])), "65 axes", "at most 64");

    [Theory]
    [InlineData("", "where a value should stand")]
    [InlineData("3", "no dictionary")]
    [InlineData("{'descr': '<f4', 'shape': (1,)}", "'fortran_order' is missing")]
    [InlineData("{'descr': '<f4', 'fortran_order': 0, 'shape': (1,)}", "neither True nor False")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), 'shape': (2,)}", "'shape' comes twice")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), 'extra': 1}", "keys beside")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1,)} junk", "'j'")]
    [InlineData("{'descr': '<f4", "closing quote")]
    [InlineData("{'descr': [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]", "deeper than 16")]
    [InlineData("__import__('os').system('true')", "'_'")]
    public void AMalformedHeaderIsRefused(string header, string part) =>
        Refusal.OfOpening(Write(NpyBytes.WithHeader(header, new byte[4])), "malformed .npy header", part);

    [Fact]
    public void AHeaderThatIsNotUtf8IsRefused()
    {
        var bytes = NpyBytes.Of("'<f4'", "(1,)", new byte[4], major: 3);
        bytes[20] = 0xff;
        Refusal.OfOpening(Write(bytes), "UTF-8");
    }

    [Theory]
    [InlineData(4, 0, "4.0")]
    [InlineData(0, 0, "0.0")]
    [InlineData(1, 1, "1.1")]
    public void AnUnknownVersionIsRefused(byte major, byte minor, string stated)
    {
        var bytes = NpyBytes.Of("'<f4'", "(1,)", new byte[4]);
        (bytes[6], bytes[7]) = (major, minor);
        Refusal.OfOpening(Write(bytes), stated, "1.0, 2.0 and 3.0");
    }

    [Fact]
    public void AHeaderBeyondTheLimitIsRefusedBeforeItIsRead()
    {
        var bytes = NpyBytes.Of("'<f4'", "(1,)", new byte[4], major: 2);
        BitConverter.GetBytes(uint.MaxValue).CopyTo(bytes, 8);
        Refusal.OfOpening(Write(bytes), "4294967295", "1048576");
    }

    [Fact]
    public void AHeaderBeyondTheFileIsRefused()
    {
        var bytes = NpyBytes.Of("'<f4'", "(1,)", new byte[4]);
        BitConverter.GetBytes((ushort)5000).CopyTo(bytes, 8);
        Refusal.OfOpening(Write(bytes), "truncated", "5010");
    }

    [Theory]
    [InlineData("'|O'", "dtype object", "np.array(x.tolist())")]
    [InlineData("'<c16'", "complex", "x.real, x.imag")]
    [InlineData("'<M8[ns]'", "'<M8[ns]'", "astype(\"float64\")")]
    [InlineData("'|V2'", "bfloat16", "<< 16")]
    [InlineData("'<f16'", "'<f16'")]
    [InlineData("'|f4'", "'|f4'")]
    [InlineData("'=f4'", "'=f4'")]
    [InlineData("'f4'", "'f4'")]
    [InlineData("'<i3'", "'<i3'")]
    [InlineData("'<f-4'", "'<f-4'")]
    [InlineData("'<f 4'", "'<f 4'")]
    [InlineData("'<f'", "'<f'")]
    [InlineData("''", "''")]
    [InlineData("'|S0'", "'|S0'")]
    [InlineData("'<U2147483647'", "'<U2147483647'")]
    [InlineData("[('x', '<f4'), ('y', '<i4')]", "fields")]
    [InlineData("7", "fields")]
    public void ElementsThatCannotBeReadAreRefusedWithTheLineThatHelps(string descr, params string[] parts) =>
        Refusal.OfOpening(Write(NpyBytes.Of(descr, "(1,)", new byte[8])), ["np.save(", "-plain.npy", .. parts]);

    [Fact]
    public void ReadingOutsideTheArrayIsTheCallersMistake()
    {
        using var file = Open(NpyBytes.Of("'<f4'", "(4,)", new byte[16]));
        var array = file.Arrays[0];
        Assert.Throws<ArgumentOutOfRangeException>(() => array.Read(2, new float[3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => array.Read(-1, new float[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => array.Read(long.MaxValue, new double[1]));
    }

    [Fact]
    public void ReadingAfterDisposalThrows()
    {
        var file = Open(NpyBytes.Of("'<f4'", "(4,)", new byte[16]));
        file.Dispose();
        Assert.Throws<ObjectDisposedException>(() => file.Arrays[0].Read(0, new float[1]));
    }

    [Fact]
    public void AFileThatShrinksWhileItIsReadIsRefused()
    {
        var path = Write(NpyBytes.Of("'<f4'", "(4,)", new byte[16]));
        using var file = ArrayFile.Open(path);
        using (var shortened = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite)) shortened.SetLength(shortened.Length - 4);
        Refusal.Says(path, () => file.Arrays[0].Read(0, new float[4]), "ended");
    }

    [Fact]
    public void AKeyIsRefusedForAFileWithoutKeys()
    {
        using var file = Open(NpyBytes.Of("'<f4'", "(1,)", new byte[4]));
        Refusal.Says(file.Path, () => file.Find("x"), "no key", "leave out ':x'");
    }

    private static float[] Singles(StoredArray array)
    {
        var elements = new float[array.Length];
        array.Read(0, elements);
        return elements;
    }

    private string Write(byte[] bytes) => folder.Write("x.npy", bytes);

    private StoredFile Open(byte[] bytes) => ArrayFile.Open(Write(bytes));
}
