using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Infoscope.Formats.Tests;

/// <summary>Files cut short, changed and mixed are read or refused in one sentence, within little memory.</summary>
public sealed class DamagedFileTests : IDisposable
{
    // A .csv field may hold 2^20 characters and a .npy header 2^20 bytes; the samples are far smaller, and the rest is buffers.
    private const long MostAllocated = 8L << 20;

    private static readonly (string Name, byte[] Bytes)[] Samples =
    [
        ("v1.npy", Matrix(false)),
        ("fortran.npy", Matrix(true)),
        ("v2.npy", NpyBytes.Of("'>i8'", "(3,)", new byte[24], major: 2)),
        ("v3.npy", NpyBytes.Of("'<U3'", "(2, 2)", [.. "abcdefghijkl"u8.ToArray().SelectMany(letter => new byte[] { letter, 0, 0, 0 })], major: 3)),
        ("bytes.npy", NpyBytes.Of("'|S3'", "(2,)", "abcdef"u8.ToArray())),
        ("stored.npz", ZipBytes.Of(false, ("a.npy", Matrix(false)), ("b.npy", Matrix(true)))),
        ("deflated.npz", ZipBytes.Of(true, ("a.npy", Matrix(false)), ("b.npy", Matrix(true)))),
        ("x.safetensors", SafetensorsBytes.Of("""{"__metadata__":{"k":"v"},"a":{"dtype":"F16","shape":[2,2],"data_offsets":[0,8]},"b":{"dtype":"U64","shape":[1],"data_offsets":[8,16]}}""", new byte[16])),
        ("x.csv", "class,split\r\n\"a \"\"b\"\"\",train\r\nc,test\r\n"u8.ToArray()),
    ];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void EverySampleIsReadWhole() => Assert.All(Samples, sample => Assert.Equal("", Exercise(sample.Name, sample.Bytes)));

    [Fact]
    public void NoPrefixOfAFileOpens()
    {
        foreach (var (name, bytes) in Samples.Where(sample => !sample.Name.EndsWith(".csv", StringComparison.Ordinal)))
            for (var length = 0; length < bytes.Length; length++)
                Assert.NotEqual("", Exercise(name, bytes[..length]));
    }

    [Property(MaxTest = 1500)]
    public void ADamagedFileIsReadOrRefusedInOneSentence(Damage damage)
    {
        var (name, bytes) = Samples[damage.Sample];
        var message = Exercise(name, damage.Apply(bytes, Samples));
        Assert.DoesNotContain('\n', message);
        if (message.Length > 0) Assert.Matches(@"[.?]$", message);
    }

    private static byte[] Matrix(bool fortranOrder) => NpyBytes.Of("'<f4'", "(3, 4)", NpyBytes.Singles([.. Enumerable.Range(0, 12).Select(i => (float)i)]), fortranOrder);

    // Reads everything that can be read; gives the refusal, or nothing. Any other exception fails the test.
    private string Exercise(string name, byte[] bytes)
    {
        var path = folder.Write(name, bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            if (name.EndsWith(".csv", StringComparison.Ordinal)) ReadTable(path);
            else ReadArrays(path);
            return "";
        }
        catch (ArrayFileException refusal)
        {
            return refusal.Message;
        }
        finally
        {
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostAllocated);
        }
    }

    private static void ReadTable(string path)
    {
        var table = CsvTable.Open(path);
        foreach (var column in table.Columns) table.Column(column);
    }

    private static void ReadArrays(string path)
    {
        using var file = ArrayFile.Open(path);
        foreach (var array in file.Arrays)
        {
            if (array.ElementType.IsText())
            {
                array.ReadTexts();
                continue;
            }

            array.ToNumericArray();
            var element = new float[1];
            for (var i = Math.Min(array.Length, 100) - 1; i >= 0; i--) array.Read(i, element);
        }
    }

    /// <summary>What happens to a sample: bytes changed, the end cut off, a piece put in from another sample.</summary>
    public sealed record Damage(int Sample, (int Place, byte Value)[] Changes, int Cut, int Donor, int PieceStart, int PieceLength)
    {
        public byte[] Apply(byte[] whole, (string Name, byte[] Bytes)[] samples)
        {
            var bytes = whole.ToArray();
            foreach (var (place, value) in Changes) bytes[place % bytes.Length] = value;
            if (Cut > 0) bytes = bytes[..(bytes.Length - (Cut % bytes.Length))];
            if (PieceLength == 0) return bytes;
            var donor = samples[Donor].Bytes;
            var start = PieceStart % donor.Length;
            var piece = donor[start..Math.Min(donor.Length, start + PieceLength)];
            var at = PieceStart % (bytes.Length + 1);
            return [.. bytes[..at], .. piece, .. bytes[at..]];
        }

        public override string ToString() => $"{Samples[Sample].Name} changes [{string.Join(", ", Changes)}] cut {Cut} piece {Donor}:{PieceStart}+{PieceLength}";
    }

    private static class Generators
    {
        // Values that lengths, counts and texts are sensitive to come more often than others.
        private static readonly Gen<byte> Value = Gen.OneOf(
            Gen.Choose(0, 255).Select(value => (byte)value), Gen.Elements((byte)0, (byte)1, (byte)0x7f, (byte)0x80, (byte)0xff, (byte)'9', (byte)'-', (byte)'(', (byte)'{', (byte)'"', (byte)'\'', (byte)','));

        public static Arbitrary<Damage> Damages => Arb.From(
            from sample in Gen.Choose(0, Samples.Length - 1)
            from count in Gen.Choose(0, 6)
            from start in Gen.Choose(0, 1000)
            from spread in Gen.Elements(8, 1000)
            from places in Gen.Choose(0, spread).ArrayOf(count)
            from values in Value.ArrayOf(count)
            from cut in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 1000)))
            from donor in Gen.Choose(0, Samples.Length - 1)
            from pieceStart in Gen.Choose(0, 1000)
            from pieceLength in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 200)))
            select new Damage(sample, [.. places.Select(place => start + place).Zip(values)], cut, donor, pieceStart, pieceLength),
            Smaller);

        private static IEnumerable<Damage> Smaller(Damage damage)
        {
            if (damage.Cut > 0) yield return damage with { Cut = 0 };
            if (damage.PieceLength > 0) yield return damage with { PieceLength = damage.PieceLength / 2 };
            for (var i = 0; i < damage.Changes.Length; i++) yield return damage with { Changes = [.. damage.Changes.Where((_, index) => index != i)] };
        }
    }
}
