using Infoscope.Formats;
using Infoscope.Measuring;
using Microsoft.Win32.SafeHandles;

namespace Infoscope.Limits;

/// <summary>Reading a file of rows that the system has in memory, element by element as our reader gives them, against reading its bytes.</summary>
internal sealed class FileReading : IDisposable
{
    private const int Rows = 160_000, Features = 768, RowsAtOnce = 4096;

    private readonly string file = Path.Combine(Path.GetTempPath(), $"infoscope-limits-{Environment.ProcessId}.npy");

    /// <summary>Writes the file.</summary>
    public FileReading()
    {
        using var stream = File.Create(file);
        Npy.WriteHeader<float>(stream, Rows, Features);
        var random = new Random(1);
        var rows = new float[RowsAtOnce * Features];
        for (var i = 0; i < rows.Length; i++) rows[i] = random.NextSingle();
        for (var first = 0; first < Rows; first += RowsAtOnce) Npy.Append<float>(stream, rows.AsSpan(0, Math.Min(RowsAtOnce, Rows - first) * Features));
    }

    /// <summary>Gets the bytes of the file, but for its header.</summary>
    public static double Bytes => (double)sizeof(float) * Rows * Features;

    /// <summary>Reads all of it as bytes, into one block of memory.</summary>
    public void ReadBytes()
    {
        using SafeFileHandle handle = File.OpenHandle(file);
        var block = new byte[RowsAtOnce * Features * sizeof(float)];
        long place = 0;
        for (int read; (read = RandomAccess.Read(handle, block, place)) > 0; place += read)
        {
            // The bytes are in memory; nothing is done with them.
        }
    }

    /// <summary>Reads all of it as numbers of one precision.</summary>
    public void ReadSingle()
    {
        using var stored = ArrayFile.Open(file);
        var block = new float[RowsAtOnce * Features];
        for (long first = 0; first < Rows; first += RowsAtOnce) stored.Arrays[0].Read(first * Features, block.AsSpan(0, (int)Math.Min(RowsAtOnce, Rows - first) * Features));
    }

    /// <summary>Reads all of it as numbers that are widened.</summary>
    public void ReadDouble()
    {
        using var stored = ArrayFile.Open(file);
        var block = new double[RowsAtOnce * Features];
        for (long first = 0; first < Rows; first += RowsAtOnce) stored.Arrays[0].Read(first * Features, block.AsSpan(0, (int)Math.Min(RowsAtOnce, Rows - first) * Features));
    }

    /// <inheritdoc/>
    public void Dispose() => File.Delete(file);
}
