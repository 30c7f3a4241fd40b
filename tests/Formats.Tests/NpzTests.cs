using System.Buffers.Binary;

namespace Infoscope.Formats.Tests;

/// <summary>The .npz format: stored and deflated members, and archives that lie.</summary>
public sealed class NpzTests : IDisposable
{
    private const uint EntrySignature = 0x02014b50;

    private static readonly byte[] Counting = NpyBytes.Of("'<i4'", "(1000, 10)", [.. Enumerable.Range(0, 10_000).SelectMany(BitConverter.GetBytes)]);
    private static readonly byte[] Twins = NpyBytes.Of("'<f4'", "(2,)", NpyBytes.Singles(1, 2));

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void MembersAreReadByTheirKeys(bool deflated)
    {
        using var file = Open(ZipBytes.Of(deflated, ("layer.0.npy", Counting), ("fin/é.npy", Twins)));
        Assert.Equal(["layer.0", "fin/é"], file.Arrays.Select(array => array.Key));
        Assert.Equal($"{file.Path}:layer.0", file.Arrays[0].Name);
        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => (long)i), Integers(file.Find("layer.0"), 0, 10_000));
        var twins = new float[2];
        file.Find("fin/é").Read(0, twins);
        Assert.Equal([1f, 2], twins);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void BlocksAreReadInAnyOrder(bool deflated)
    {
        using var file = Open(ZipBytes.Of(deflated, ("x.npy", Counting)));
        foreach (var first in (long[])[0, 100, 200, 9_990, 50, 50, 0, 5_000, 9_990])
            Assert.Equal(Enumerable.Range((int)first, 10).Select(i => (long)i), Integers(file.Arrays[0], first, 10));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ThreadsReadAtTheSameTime(bool deflated)
    {
        byte[] columns = NpyBytes.Of("'<i4'", "(1000, 10)", [.. Enumerable.Range(0, 10_000).Select(i => (i % 1000 * 10) + (i / 1000)).SelectMany(BitConverter.GetBytes)], fortranOrder: true);
        using var file = Open(ZipBytes.Of(deflated, ("a.npy", Counting), ("b.npy", Counting), ("c.npy", columns)));
        Parallel.For(0, 64, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            var first = i * 150L;
            Assert.Equal(Enumerable.Range((int)first, 150).Select(value => (long)value), Integers(file.Arrays[i % 3], first, 150));
        });
    }

    [Theory]
    [InlineData("", 0U)]
    [InlineData("a", 0xE8B7BE43)]
    [InlineData("123456789", 0xCBF43926)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0x414FA339)]
    public void ChecksumsAreThePublishedOnes(string text, uint checksum)
    {
        var bytes = System.Text.Encoding.ASCII.GetBytes(text);
        Assert.Equal(checksum, Crc32.Append(0, bytes));
        for (var cut = 0; cut <= bytes.Length; cut++) Assert.Equal(checksum, Crc32.Append(Crc32.Append(0, bytes.AsSpan(0, cut)), bytes.AsSpan(cut)));
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(7)]
    [InlineData(1)]
    public void AFlippedBitOfAStoredMemberIsFoundByAPassOverItHoweverItIsCut(int block)
    {
        var bytes = ZipBytes.Of(false, ("x.npy", NpyBytes.Of("'<f4'", "(1000,)", NpyBytes.Singles([.. Enumerable.Range(0, 1000).Select(i => (float)i)]))));
        var path = folder.Write("x.npz", bytes);
        using (var whole = ArrayFile.Open(path)) Pass(whole.Find("x"), block);
        bytes[bytes.AsSpan().IndexOf(NpyBytes.Singles(500f)) + 1] ^= 1;
        folder.Write("x.npz", bytes);
        using var damaged = ArrayFile.Open(path);
        Refusal.Says(path, () => Pass(damaged.Find("x"), block), ":x", "checksum", "save it again");
    }

    [Fact]
    public void ADeflatedMemberInFortranOrderIsReadInRowMajorOrder()
    {
        var columns = Enumerable.Range(0, 12).Select(i => (float)((i % 3 * 4) + (i / 3))).ToArray();
        using var file = Open(ZipBytes.Of(true, ("x.npy", NpyBytes.Of("'<f4'", "(3, 4)", NpyBytes.Singles(columns), fortranOrder: true))));
        Assert.True(file.Arrays[0].IsFortranOrder);
        var elements = new float[12];
        for (var first = 11; first >= 0; first--) file.Arrays[0].Read(first, elements.AsSpan(first, 1));
        Assert.Equal(Enumerable.Range(0, 12).Select(i => (float)i), elements);
    }

    [Fact]
    public void AMemberThatCannotBeReadDoesNotHideTheOthers()
    {
        using var file = Open(ZipBytes.Of(false, ("meta.npy", NpyBytes.Of("'|O'", "(1,)", new byte[30])), ("note.txt", [104, 105]), ("x.npy", Twins)));
        Assert.Equal("x", Assert.Single(file.Arrays).Key);
        Assert.Equal(["meta", "note.txt"], file.Unreadable.Select(member => member.Key));
        Refusal.Says(file.Path, () => file.Find("meta"), "dtype object", "[\"meta\"]", "np.save(");
        Refusal.Says(file.Path, () => file.Find("note.txt"), "not a .npy array");
        Assert.Equal("x", file.Find("").Key);
    }

    [Fact]
    public void AnArchiveOfOneUnreadableMemberSaysWhyItIsUnreadable()
    {
        using var file = Open(ZipBytes.Of(false, ("meta.npy", NpyBytes.Of("'|O'", "(1,)", new byte[30]))));
        Refusal.Says(file.Path, () => file.Find(""), "dtype object");
    }

    [Fact]
    public void AMisspeltKeyGetsTheListAndTheNearest()
    {
        using var file = Open(ZipBytes.Of(false, ("layer1.npy", Twins), ("layer2.npy", Twins), ("tokens.npy", Twins)));
        Refusal.Says(file.Path, () => file.Find("layr1"), "'layer1', 'layer2', 'tokens'", "did you mean 'layer1'?");
        Refusal.Says(file.Path, () => file.Find("zzzzzzzz"), "'layer1', 'layer2', 'tokens'.");
        Refusal.Says(file.Path, () => file.Find(""), "3 arrays", "KEY is 'layer1'");
    }

    [Fact]
    public void NamesOfMembersCannotBreakTheLineOrFloodIt()
    {
        using var file = Open(ZipBytes.Of(false, ("a\n\u001b[2J", [1]), ("b.npy", Twins), (new string('c', 60_000) + ".npy", Twins)));
        Refusal.Says(file.Path, () => file.Find("a\n\u001b[2J"), "a\\u000a\\u001b[2J");
        Assert.InRange(Assert.Throws<ArrayFileException>(() => file.Find("d")).Message.Length, 1, 5_000);
    }

    [Fact]
    public void AnEmptyArchiveOpensWithoutArrays()
    {
        using var file = Open(ZipBytes.Of(false));
        Assert.Empty(file.Arrays);
        Refusal.Says(file.Path, () => file.Find("x"), "no array");
    }

    [Fact]
    public void TwoMembersOfOneNameAreRefused() =>
        Refusal.OfOpening(Write(ZipBytes.Of(false, ("x.npy", Twins), ("x.npy", Twins))), "two members 'x'");

    [Fact]
    public void AnArchiveOfPyTorchIsRefusedAsAPickle() =>
        Refusal.OfOpening(Write(ZipBytes.Of(false, ("archive/data.pkl", [0x80, 2]), ("archive/data/0", new byte[16]))), "pickle of PyTorch", "save_file(");

    [Fact]
    public void AMemberThatInflatesToLessIsRefusedWhenRead()
    {
        // The directory and the array's header agree on 400,000 bytes; the compressed data hold a tenth.
        var bytes = ZipBytes.Of(true, ("x.npy", [.. NpyBytes.Of("'<i4'", "(10000,)", []), .. new byte[4_000]]));
        SetLengths(bytes, (uint)NpyBytes.Of("'<i4'", "(10000,)", []).Length + 40_000);
        var path = Write(bytes);
        using var file = ArrayFile.Open(path);
        Refusal.Says(path, () => Integers(file.Arrays[0], 0, 10_000), "inflated");
    }

    [Fact]
    public void AMemberThatInflatesToMoreIsRefusedWhenItsEndIsRead()
    {
        var bytes = ZipBytes.Of(true, ("x.npy", [.. Twins, .. new byte[1_000_000]]));
        SetLengths(bytes, (uint)Twins.Length);
        var path = Write(bytes);
        using var file = ArrayFile.Open(path);
        Refusal.Says(path, () => file.Arrays[0].Read(0, new float[2]), "more than the 136 bytes");
    }

    [Fact]
    public void AMemberThatHoldsMoreThanItsHeaderSaysIsRefusedUnread() =>
        Refusal.OfOpening(Write(ZipBytes.Of(true, ("x.npy", [.. Twins, .. new byte[1_000_000]]))), ":x", "followed by something else");

    [Fact]
    public void ALengthThatDeflateCannotReachIsRefused()
    {
        var bytes = ZipBytes.Of(true, ("x.npy", Counting));
        SetLengths(bytes, 4_000_000_000);
        Refusal.OfOpening(Write(bytes), "4000000000", "1032");
    }

    [Theory]
    [InlineData(8, 1, "encrypted")]
    [InlineData(10, 12, "method 12")]
    [InlineData(42, 200, "does not begin where the directory says")]
    [InlineData(42, 60_000, "outside the file")]
    [InlineData(20, 60_000, "leaves the file")]
    [InlineData(24, 60_000, "states 60000")]
    [InlineData(28, 60_000, "cut off")]
    [InlineData(0, 1, "entry 0")]
    public void ADirectoryThatLiesIsRefused(int field, ushort value, string part)
    {
        var bytes = ZipBytes.Of(false, ("x.npy", Twins));
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(Directory(bytes) + field), value);
        Refusal.OfOpening(Write(bytes), part);
    }

    [Fact]
    public void ANameThatIsNotUtf8IsRefused()
    {
        var bytes = ZipBytes.Of(false, ("x.npy", Twins));
        bytes[Directory(bytes) + 46] = 0xff;
        Refusal.OfOpening(Write(bytes), "UTF-8");
    }

    [Fact]
    public void ZipsOwnWideNumbersAreRead()
    {
        // The directory's 32-bit numbers are all ones and the zip64 field behind the name holds the true ones.
        var (local, name) = (ZipBytes.Of(false, ("x.npy", Twins)), "x.npy"u8.ToArray());
        var at = Directory(local);
        byte[] extra = [1, 0, 24, 0, .. BitConverter.GetBytes((long)Twins.Length), .. BitConverter.GetBytes((long)Twins.Length), .. BitConverter.GetBytes(0L)];
        var entry = local[at..(at + 46)];
        entry.AsSpan(20, 8).Fill(0xff);
        entry.AsSpan(42, 4).Fill(0xff);
        BinaryPrimitives.WriteUInt16LittleEndian(entry.AsSpan(30), (ushort)extra.Length);
        byte[] directory = [.. entry, .. name, .. extra];
        byte[] end64 = [.. "PK\x06\x06"u8, .. BitConverter.GetBytes(44L), 45, 0, 45, 0, .. new byte[8], .. BitConverter.GetBytes(1L), .. BitConverter.GetBytes(1L), .. BitConverter.GetBytes((long)directory.Length), .. BitConverter.GetBytes((long)at)];
        byte[] locator = [.. "PK\x06\x07"u8, .. new byte[4], .. BitConverter.GetBytes((long)at + directory.Length), 1, 0, 0, 0];
        byte[] end = [.. "PK\x05\x06"u8, 0, 0, 0, 0, .. Enumerable.Repeat((byte)0xff, 12), 0, 0];
        using var file = Open([.. local[..at], .. directory, .. end64, .. locator, .. end]);
        var twins = new float[2];
        file.Find("x").Read(0, twins);
        Assert.Equal([1f, 2], twins);
    }

    private static int Directory(byte[] archive)
    {
        for (var at = archive.Length - 4; ; at--)
            if (BinaryPrimitives.ReadUInt32LittleEndian(archive.AsSpan(at)) == EntrySignature) return at;
    }

    private static void SetLengths(byte[] archive, uint length) => BinaryPrimitives.WriteUInt32LittleEndian(archive.AsSpan(Directory(archive) + 24), length);

    private static long[] Integers(StoredArray array, long first, int count)
    {
        var elements = new long[count];
        array.Read(first, elements);
        return elements;
    }

    private string Write(byte[] bytes) => folder.Write("x.npz", bytes);

    private StoredFile Open(byte[] bytes) => ArrayFile.Open(Write(bytes));

    private static void Pass(StoredArray array, int block)
    {
        var elements = new float[block];
        for (var first = 0L; first < array.Length; first += block) array.Read(first, elements.AsSpan(0, (int)Math.Min(block, array.Length - first)));
    }
}
