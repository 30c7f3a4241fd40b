using System.Diagnostics;
using System.Text;

namespace Infoscope.Host.Tests.Streaming;

/// <summary>Files larger than what may be held, of which the disk holds only the written places.</summary>
public sealed class LargeFileTests : IDisposable
{
    private const int Features = 1024;
    private const int WrittenRows = 512;

    private readonly Workspace files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void MemoryDoesNotGrowWithTheFile()
    {
        // Windows reserves the whole length of such a file.
        var rows = OperatingSystem.IsWindows() ? 1 << 16 : 1 << 18;
        Sparse("small.npy", rows / 16);
        Sparse("large.npy", rows);
        var (small, large) = (PeakBytes("small.npy", rows / 16), PeakBytes("large.npy", rows));
        // A sixteenth of what the larger file has more, which is far beyond what two runs of one file differ by.
        Assert.InRange(large, 0, small + (Features * sizeof(float) * (rows - (rows / 16L)) / 16));
    }

    [Fact]
    public void AnInterruptEndsAReadingAndWhatWasFinishedIsOnDisk()
    {
        if (OperatingSystem.IsWindows()) return;
        Sparse("first.npy", 4 * WrittenRows);
        // 40 GB: far more than is read before the interrupt.
        Sparse("second.npy", 10_000_000);
        using var process = HostProcess.Start(files.PathOf(), files.Environment, "compare", "first.npy", "second.npy", "--estimators", "soft-entropy", "--format", "csv", "--out", "out");
        var output = process.StandardOutput.ReadToEndAsync();
        var results = files.PathOf("out", "results.csv");
        for (var waited = Stopwatch.StartNew(); !File.Exists(results) || !Shared(results).Contains("first.npy", StringComparison.Ordinal); Thread.Sleep(20)) Assert.InRange(waited.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(2));
        Thread.Sleep(300);
        HostProcess.Interrupt(process);
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(1)));
        var run = HostProcess.End(process, output);
        Assert.Equal(130, run.ExitCode);
        Assert.Contains("cancelled after 1 of 2 activation sets; their rows are kept", run.Errors, StringComparison.Ordinal);
        Assert.Equal(run.Rows.Count, ResultLine.Parse(files.Read("out", "results.csv")).Count);
        Assert.All(run.Rows, row => Assert.Contains("first.npy", row["set"], StringComparison.Ordinal));
    }

    // Rows that were not written are zero, and so left out.
    private long PeakBytes(string name, int rows)
    {
        var run = files.Compare(name, "--estimators", "soft-entropy", "--quiet", "--threads", "2").Done();
        var row = run.Rows.First(row => row["quantity"] == "entropy");
        Assert.Equal((3 * WrittenRows, rows - (3 * WrittenRows)), (long.Parse(row["rows_used"]), long.Parse(row["rows_dropped"])));
        return long.Parse(row["peak_bytes"]);
    }

    // Rows that are not zero stand at the start, in the middle and at the end.
    private void Sparse(string name, int rows)
    {
        var header = Encoding.ASCII.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{{'descr': '<f4', 'fortran_order': False, 'shape': ({rows}, {Features}), }}").PadRight(117) + "\n");
        using var stream = new FileStream(files.PathOf(name), FileMode.CreateNew);
        stream.Write([0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. header]);
        var start = stream.Position;
        var bytesPerRow = (long)Features * sizeof(float);
        stream.SetLength(start + (rows * bytesPerRow));
        var random = new RandomStream(1, "rows");
        foreach (var first in new[] { 0, (rows - WrittenRows) / 2, rows - WrittenRows })
        {
            stream.Position = start + (first * bytesPerRow);
            for (var i = 0; i < WrittenRows * Features; i++) stream.Write(BitConverter.GetBytes((float)random.NextNormal()));
        }
    }

    private static string Shared(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd();
    }
}
