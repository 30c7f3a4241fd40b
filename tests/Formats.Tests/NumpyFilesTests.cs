using Infoscope.Testing;

namespace Infoscope.Formats.Tests;

/// <summary>Files that numpy wrote; Files/make.py says how.</summary>
public sealed class NumpyFilesTests
{
    public static TheoryData<string> Archives => new("types.npz", "types-deflated.npz");

    [Theory]
    [MemberData(nameof(Archives))]
    public void EveryElementTypeInBothByteOrdersIsRead(string name)
    {
        using var file = ArrayFile.Open(PathOf(name));
        // 12 types, of which 3 have one byte and so no order.
        Assert.Equal(12 + 9, file.Arrays.Count);
        foreach (var array in file.Arrays)
        {
            var isBoolean = array.ElementType == ElementType.Boolean;
            Assert.StartsWith(array.ElementType.Word(), array.Key, StringComparison.Ordinal);
            Assert.Equal([2, 3], array.Shape);
            var expected = Enumerable.Range(0, 6).Select(i => isBoolean ? 1 - (i % 2) : i * 7).ToArray();
            var (singles, doubles) = (new float[6], new double[6]);
            array.Read(0, singles);
            array.Read(0, doubles);
            Assert.Equal(expected.Select(value => (float)value), singles);
            Assert.Equal(expected.Select(value => (double)value), doubles);
            Assert.Equal(doubles, array.ToNumericArray().ToReals());
            Assert.Equal(array.ElementType.IsInteger(), array.ToNumericArray().IsInteger);
        }
    }

    [Fact]
    public void AnArrayOfThreeAxesInFortranOrderIsReadInRowMajorOrder()
    {
        using var file = ArrayFile.Open(PathOf("fortran.npy"));
        Assert.True(file.Arrays[0].IsFortranOrder);
        Assert.Equal(Enumerable.Range(0, 24).Select(i => (long)i), file.Arrays[0].ToNumericArray().Integers.ToArray());
    }

    [Theory]
    [InlineData("texts.npy", "cat", "dög", "", "\U0001f600 x")]
    [InlineData("texts-big.npy", "cat", "dög", "", "\U0001f600 x")]
    [InlineData("bytes.npy", "cat", "a", "")]
    public void TextsAreRead(string name, params string[] expected)
    {
        using var file = ArrayFile.Open(PathOf(name));
        Assert.Equal(expected, file.Arrays[0].ReadTexts());
    }

    [Theory]
    [InlineData("version2.npy")]
    [InlineData("version3.npy")]
    public void LaterVersionsAreRead(string name)
    {
        using var file = ArrayFile.Open(PathOf(name));
        Assert.Equal([0.0, 1, 2], file.Arrays[0].ToNumericArray().ToReals());
    }

    [Fact]
    public void AnArrayWithoutRowsKeepsItsShape()
    {
        using var file = ArrayFile.Open(PathOf("zero-rows.npy"));
        Assert.Equal([0, 5], file.Arrays[0].Shape);
    }

    [Fact]
    public void AnArchiveWhoseLengthsFollowItsMembersIsRead()
    {
        using var file = ArrayFile.Open(PathOf("streamed.npz"));
        Assert.Equal([0L, 1, 2, 3, 4], file.Find("x").ToNumericArray().Integers.ToArray());
    }

    [Fact]
    public void ObjectsAreRefused() => Refusal.OfOpening(PathOf("objects.npy"), "dtype object", "allow_pickle=True", "np.save(");

    [Fact]
    public void IntegersBetweenFloatsRoundAsNumpyRoundsThem()
    {
        using var file = ArrayFile.Open(PathOf("rounding.npz"));
        var integers = file.Find("integers");
        var (singles, doubles) = (new float[integers.Length], new double[integers.Length]);
        integers.Read(0, singles);
        integers.Read(0, doubles);
        Assert.Equal(file.Find("singles").ToNumericArray().ToReals(), singles.Select(value => (double)value));
        Assert.Equal(file.Find("doubles").ToNumericArray().ToReals(), doubles);
        Refusal.Says(integers.Name, () => integers.Read(0, new long[integers.Length]), "9223372036854775808 as element 5", "int64");
        integers.Read(0, new long[5]);
    }

    private static string PathOf(string name) => Repository.PathOf(typeof(NumpyFilesTests).Assembly, "tests", "Formats.Tests", "Files", name);
}
