using System.Text;

namespace Infoscope.Formats.Tests;

/// <summary>The .safetensors format, and headers that lie.</summary>
public sealed class SafetensorsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void TensorsAndMetadataAreRead()
    {
        using var file = ArrayFile.Open(Write("""{"__metadata__":{"step":"16"},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]},"a":{"dtype":"U8","shape":[2,2],"data_offsets":[0,4]}}   """, [1, 2, 3, 4, .. NpyBytes.Singles(0.5f, -2)]));
        Assert.Equal(["b", "a"], file.Arrays.Select(array => array.Key));
        Assert.Equal("16", file.Metadata["step"]);
        var singles = new float[2];
        file.Find("b").Read(0, singles);
        Assert.Equal([0.5f, -2], singles);
        var integers = new long[4];
        file.Find("a").Read(0, integers);
        Assert.Equal([1, 2, 3, 4], integers);
        Assert.Equal([2, 2], file.Find("a").Shape);
    }

    /// <summary>Their lengths begin with the two bytes that a pickle of protocol 2 to 5 begins with.</summary>
    [Theory]
    [InlineData(640)]
    [InlineData(896)]
    [InlineData(1152)]
    [InlineData(1408)]
    [InlineData(66176)]
    public void AHeaderOfALengthThatLooksLikeAPickleIsRead(int length)
    {
        using var file = ArrayFile.Open(Write("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""".PadRight(length), [7]));
        Assert.Equal("a", Assert.Single(file.Arrays).Key);
    }

    [Fact]
    public void AnEmptyTensorOpensWithItsShape()
    {
        using var file = ArrayFile.Open(Write("""{"a":{"dtype":"F32","shape":[0,3],"data_offsets":[0,0]}}""", []));
        Assert.Equal([0, 3], file.Find("a").Shape);
    }

    [Fact]
    public void ATypeThatCannotBeReadDoesNotHideTheOthers()
    {
        using var file = ArrayFile.Open(Write("""{"w":{"dtype":"F8_E4M3","shape":[4],"data_offsets":[0,4]},"a":{"dtype":"U8","shape":[1],"data_offsets":[4,5]}}""", new byte[5]));
        Assert.Equal("a", Assert.Single(file.Arrays).Key);
        Refusal.Says(file.Path, () => file.Find("w"), ":w", "F8_E4M3", "x.float()");
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},"b":{"dtype":"U8","shape":[4],"data_offsets":[2,6]}}""", 6, "overlap")]
    [InlineData("""{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},"b":{"dtype":"U8","shape":[4],"data_offsets":[0,4]}}""", 4, "overlap")]
    [InlineData("""{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},"b":{"dtype":"U8","shape":[4],"data_offsets":[6,10]}}""", 10, "gap")]
    [InlineData("""{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]}}""", 3, "truncated")]
    [InlineData("""{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]}}""", 5, "added behind")]
    [InlineData("""{"a":{"dtype":"U8","shape":[4],"data_offsets":[4,0]}}""", 4, "ends before it begins")]
    [InlineData("""{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,9223372036854775807]}}""", 4, "truncated")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", 4, "needs 8")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,4]}}""", 4, "2^63")]
    [InlineData("""{"a":{"dtype":"U8","shape":[-4],"data_offsets":[0,4]}}""", 4, "whole numbers from 0")]
    [InlineData("""{"a":{"dtype":"U8","shape":[4.5],"data_offsets":[0,4]}}""", 4, "whole numbers from 0")]
    [InlineData("""{"a":{"dtype":"U8","shape":["4"],"data_offsets":[0,4]}}""", 4, "whole numbers from 0")]
    [InlineData("""{"a":{"dtype":"U8","shape":4,"data_offsets":[0,4]}}""", 4, "not a list")]
    [InlineData("""{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,99999999999999999999]}}""", 4, "whole numbers from 0")]
    [InlineData("""{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4,4]}}""", 4, "3 offsets")]
    [InlineData("""{"a":{"dtype":8,"shape":[4],"data_offsets":[0,4]}}""", 4, "not a text")]
    [InlineData("""{"a":{"dtype":"U8","shape":[4]}}""", 4, "lacks")]
    [InlineData("""{"a":{"dtype":"U8","shape":[4],"shape":[2],"data_offsets":[0,4]}}""", 4, "'shape' twice")]
    [InlineData("""{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4],"more":1}}""", 4, "unknown part 'more'")]
    [InlineData("""{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"a":{"dtype":"U8","shape":[2],"data_offsets":[2,4]}}""", 4, "'a' comes twice")]
    [InlineData("""{"a":7}""", 0, "not an object")]
    [InlineData("""{"__metadata__":{"x":1}}""", 0, "not a text")]
    [InlineData("""{"__metadata__":{"x":"1","x":"2"}}""", 0, "comes twice")]
    [InlineData("""{"a":""", 0, "not JSON")]
    [InlineData("""{} {}""", 0, "not JSON")]
    [InlineData("""{"\ud800":{}}""", 0, "not Unicode")]
    [InlineData("""{"a":{"shape":[[[[[[[[[[[[1]]]]]]]]]]]]}}""", 0, "whole numbers from 0")]
    public void AHeaderThatLiesIsRefused(string header, int bytes, string part) =>
        Refusal.OfOpening(Write(header, new byte[bytes]), part);

    [Fact]
    public void AHeaderThatIsNotUtf8IsRefused() =>
        Refusal.OfOpening(folder.Write("x.safetensors", SafetensorsBytes.Of([.. "{\""u8, 0xff, .. "\":1}"u8], [])), "UTF-8");

    [Theory]
    [InlineData(100_000_001UL, "100000001", "the format allows 100000000")]
    [InlineData(ulong.MaxValue, "18446744073709551615", "damaged")]
    [InlineData(100_000_000UL, "truncated", "100000008")]
    [InlineData(0UL, "malformed header", "not JSON")]
    public void AHeaderLengthThatLiesIsRefused(ulong length, params string[] parts) =>
        Refusal.OfOpening(folder.Write("x.safetensors", [.. BitConverter.GetBytes(length), .. Encoding.UTF8.GetBytes("{}")]), parts);

    private string Write(string header, byte[] data) => folder.Write("x.safetensors", SafetensorsBytes.Of(header, data));
}
