namespace Infoscope.Formats.Tests;

/// <summary>Files larger than memory, of which the disk holds only the written places.</summary>
public sealed class LargeFileTests : IDisposable
{
    // Windows reserves the whole length of such a file, so there it is only beyond 2^32 bytes.
    private static readonly long Rows = OperatingSystem.IsWindows() ? 1L << 19 : 1L << 22;
    private const int Features = 4096;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void AFileOf64GigabytesIsReadAtItsStartMiddleAndEndWithoutHoldingIt()
    {
        var length = Rows * Features;
        long[] places = [0, (length / 2) + 1, length - Features];
        var path = Sparse(fortranOrder: false, places, [.. places]);
        using var file = ArrayFile.Open(path);
        var array = file.Arrays[0];
        Assert.Equal([Rows, Features], array.Shape);
        var row = new float[Features];
        foreach (var place in places)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            array.Read(place, row);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4096);
            Assert.Equal(ValueAt(place), row[0]);
            Assert.All(row[1..], element => Assert.Equal(0f, element));
        }
    }

    [Fact]
    public void AFileOf64GigabytesInFortranOrderIsReadByRows()
    {
        (long Row, long Column)[] cells = [(0, 0), (Rows / 2, 7), (Rows - 1, Features - 1)];
        var path = Sparse(fortranOrder: true, [.. cells.Select(cell => (cell.Column * Rows) + cell.Row)], [.. cells.Select(cell => (cell.Row * Features) + cell.Column)]);
        using var file = ArrayFile.Open(path);
        foreach (var (row, column) in cells)
        {
            var first = Math.Min(row, Rows - 2);
            var block = new float[2 * Features];
            file.Arrays[0].Read(first * Features, block);
            var at = (int)(((row - first) * Features) + column);
            Assert.Equal(ValueAt((row * Features) + column), block[at]);
            Assert.Equal(1, block.Count(element => element != 0));
        }
    }

    private static float ValueAt(long element) => 1 + (element % 1000);

    private string Sparse(bool fortranOrder, long[] stored, long[] elements)
    {
        var header = NpyBytes.Of("'<f4'", $"({Rows}, {Features})", [], fortranOrder);
        var path = folder.PathOf("large.npy");
        using var stream = new FileStream(path, FileMode.CreateNew);
        stream.Write(header);
        stream.SetLength(header.Length + (Rows * Features * sizeof(float)));
        foreach (var (place, element) in stored.Zip(elements))
        {
            stream.Position = header.Length + (place * sizeof(float));
            stream.Write(BitConverter.GetBytes(ValueAt(element)));
        }

        return path;
    }
}
