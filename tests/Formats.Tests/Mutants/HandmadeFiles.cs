using System.Text;

namespace Infoscope.Formats.Tests;

/// <summary>Files made to hurt a reader that trusts a length before it has seen the bytes, or a name before it prints it.</summary>
public static class HandmadeFiles
{
    /// <summary>The most arrays that a file may hold.</summary>
    public const int MostArrays = 1 << 15;

    private const int Many = 64 << 20;

    private static readonly Dictionary<string, Func<byte[]>> Files = new()
    {
        // A header alone asks for a gigabyte and has nothing.
        ["huge-shape.npy"] = () => NpyBytes.Of("'<f8'", "(134217728,)", new byte[64]),
        ["huge-header.npy"] = () => [0x93, .. "NUMPY"u8, 2, 0, 0xFF, 0xFF, 0xFF, 0x7F, .. new byte[64]],
        ["huge-text.npy"] = () => NpyBytes.Of("'<U536870911'", "(1,)", new byte[64]),
        ["nested.npy"] = () => NpyBytes.WithHeader(new string('(', 1 << 19), [], major: 2),
        ["escapes.npy"] = () => NpyBytes.WithHeader("{'descr': '\u001b[2J\u0007\r\n', 'fortran_order': False, 'shape': (1,)}", new byte[4], major: 3),

        // 64 KiB of deflated bytes may stand for 64 MiB: what is stated must not be allocated, as eight bytes an element, before it is inflated.
        ["stated-numbers.npz"] = () => ZipLies.Stating(ZipBytes.Of(true, ("a.npy", Claiming("'|b1'", Many))), Many + 128),
        ["stated-fortran.npz"] = () => ZipLies.Stating(ZipBytes.Of(true, ("a.npy", Claiming("'|b1'", Many, rows: 2))), Many + 128),
        ["stated-text.npz"] = () => ZipLies.Stating(ZipBytes.Of(true, ("a.npy", Claiming("'|S67108864'", Many, rows: 1))), Many + 128),
        ["stated-texts.npz"] = () => ZipLies.Stating(ZipBytes.Of(true, ("a.npy", Claiming("'|S1'", Many))), Many + 128),
        ["overlapping.npz"] = () => ZipLies.Overlapping(ZipBytes.Of(true, ("a.npy", NpyBytes.Of("'|b1'", "(1048576,)", new byte[1 << 20]))), 20_000),
        ["twice.npz"] = () => ZipBytes.Of(true, ("a.npy", NpyBytes.Of("'|b1'", "(1,)", [1])), ("a", NpyBytes.Of("'|b1'", "(1,)", [1]))),

        ["many-members.npz"] = () => Members(MostArrays + 1),

        ["many-tensors.safetensors"] = () => Tensors(MostArrays + 1),
        ["deep.safetensors"] = () => SafetensorsBytes.Of(new string('[', 1 << 20), []),
        ["huge-header.safetensors"] = () => [0, 0, 0, 0x10, 0, 0, 0, 0, (byte)'{', .. new byte[64]],
        ["escapes.safetensors"] = () => SafetensorsBytes.Of("{\"\\u001b[2J\\n\":1}", []),
        ["long-name.safetensors"] = () => SafetensorsBytes.Of($"{{\"{new string('\u0001', 1 << 20).Replace("\u0001", "\\u0001", StringComparison.Ordinal)}\":1}}", []),

        ["one-quote.csv"] = () => Encoding.UTF8.GetBytes("class\n\"" + new string('\n', 1 << 21)),
        ["many-columns.csv"] = () => Encoding.UTF8.GetBytes(new string(',', 1 << 21)),
        ["utf16.csv"] = () => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("class\n1\n")],
        ["escapes.csv"] = () => Encoding.UTF8.GetBytes("\u001b[2J,b\n1\n"),
    };

    public static TheoryData<string> Names => [.. Files.Keys];

    public static byte[] Bytes(string name) => Files[name]();

    /// <summary>Makes an archive of so many arrays of one element.</summary>
    internal static byte[] Members(int count)
    {
        var one = NpyBytes.Of("'|b1'", "(1,)", [1]);
        return ZipBytes.Of(true, [.. Enumerable.Range(0, count).Select(i => ($"m{i}.npy", one))]);
    }

    /// <summary>Makes a file of so many tensors of a kind that cannot be read.</summary>
    internal static byte[] Tensors(int count) =>
        SafetensorsBytes.Of($"{{{string.Join(',', Enumerable.Range(0, count).Select(i => $"\"t{i}\":{{\"dtype\":\"F8_E4M3\",\"shape\":[0],\"data_offsets\":[0,0]}}"))}}}", []);

    // A header that promises many bytes, before noise that cannot be deflated to less than it is.
    private static byte[] Claiming(string description, int bytes, int rows = 0)
    {
        var random = new RandomStream(1, "noise");
        var noise = new byte[80_000];
        foreach (ref var octet in noise.AsSpan()) octet = (byte)random.NextUInt32();
        var shape = rows switch
        {
            0 => $"({bytes},)",
            1 => "(1,)",
            _ => $"({rows}, {bytes / rows})",
        };
        return NpyBytes.Of(description, shape, noise, fortranOrder: rows > 1);
    }
}
