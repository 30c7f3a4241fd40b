using System.Text;

namespace Infoscope.Formats.Tests;

/// <summary>Small files that are whole, of several element types and orders: what mutants are made of.</summary>
internal static class SeedFiles
{
    private static readonly byte[] Texts = [.. "abcdefghijkl"u8.ToArray().SelectMany(letter => new byte[] { letter, 0, 0, 0 })];

    private static readonly byte[][] Npy =
    [
        NpyBytes.Of("'<f4'", "(3, 4)", Ramp(48)),
        NpyBytes.Of("'<f8'", "(3, 4)", Ramp(96), fortranOrder: true),
        NpyBytes.Of("'<f2'", "(2, 3, 2)", Ramp(24), fortranOrder: true),
        NpyBytes.Of("'>i8'", "(5,)", new byte[40], major: 2),
        NpyBytes.Of("'<u8'", "(2, 2)", new byte[32]),
        NpyBytes.Of("'|b1'", "(7,)", new byte[7]),
        NpyBytes.Of("'<i2'", "()", Ramp(2)),
        NpyBytes.Of("'<U3'", "(2, 2)", Texts, major: 3),
        NpyBytes.Of("'|S3'", "(2, 2)", "abcdefghijkl"u8.ToArray(), fortranOrder: true),
        NpyBytes.Of("'<f4'", "(0, 4)", []),
    ];

    private static readonly byte[][] Npz =
    [
        ZipBytes.Of(false, ("a.npy", Npy[0]), ("b.npy", Npy[1])),
        ZipBytes.Of(true, ("a.npy", Npy[0]), ("b.npy", Npy[1]), ("class.npy", Npy[3])),
        ZipBytes.Of(true, ("layer1.npy", NpyBytes.Of("'<f4'", "(64, 16)", new byte[4096])), ("names.npy", Npy[7])),
        ZipBytes.Of(false, ("layer1.npy", Npy[2]), ("readme.txt", "hello"u8.ToArray()), ("o.npy", NpyBytes.Of("'|O'", "(1,)", [0x80, 4, 78, 46]))),
    ];

    private static readonly byte[][] Safetensors =
    [
        SafetensorsBytes.Of(
            """{"__metadata__":{"format":"pt","step":"100"},"layer1":{"dtype":"F16","shape":[2,2],"data_offsets":[0,8]},"tokens":{"dtype":"I64","shape":[1],"data_offsets":[8,16]}}""", Ramp(16)),
        SafetensorsBytes.Of("""{"a":{"dtype":"BF16","shape":[2,3],"data_offsets":[0,12]},"b":{"dtype":"BOOL","shape":[4],"data_offsets":[12,16]},"c":{"dtype":"F8_E4M3","shape":[2],"data_offsets":[16,18]}}""", Ramp(18)),
        SafetensorsBytes.Of("""{"x":{"dtype":"F32","shape":[],"data_offsets":[0,4]},"y":{"dtype":"F64","shape":[0,3],"data_offsets":[4,4]}}     """, Ramp(4)),
        SafetensorsBytes.Of("{}", []),
    ];

    private static readonly byte[][] Csv =
    [
        Encoding.UTF8.GetBytes("class,split\r\n\"a \"\"b\"\"\",train\r\nc,test\r\n"),
        Encoding.UTF8.GetBytes("\uFEFFclass\n1\n2\n\n-1\n"),
        Encoding.UTF8.GetBytes("class,note,score\rété,\"two\nlines\",1.5\rü,,nan"),
        Encoding.UTF8.GetBytes("class,\"a,b\"\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"{i % 3},x{i}\n"))),
    ];

    /// <summary>Gives the files of a format.</summary>
    public static byte[][] Of(FileFormat format) => format switch
    {
        FileFormat.Npy => Npy,
        FileFormat.Npz => Npz,
        FileFormat.Safetensors => Safetensors,
        _ => Csv,
    };

    private static byte[] Ramp(int count) => [.. Enumerable.Range(0, count).Select(i => (byte)(i * 7))];
}
