using System.Globalization;
using System.Runtime.InteropServices;
using Infoscope.Measuring;

namespace Infoscope.ComparePeers.Data;

/// <summary>A file of rows of 768 features in single precision with ten labels, as large as asked for, and anchors.</summary>
internal sealed class LargeFile : IDisposable
{
    private const int Features = 768, Labels = 10, Anchors = 100, RowsAtOnce = 4096;

    private readonly bool keeps;

    /// <summary>Writes it unless one of the same size is there.</summary>
    /// <param name="folder">The folder that it stands in, which others may use too.</param>
    /// <param name="bytes">About how many bytes it has.</param>
    /// <param name="keeps">Whether it is left there.</param>
    public LargeFile(string folder, long bytes, bool keeps)
    {
        this.keeps = keeps;
        Rows = bytes / (sizeof(float) * Features);
        var name = string.Create(CultureInfo.InvariantCulture, $"infoscope-rows-{Rows}x{Features}");
        RowFile = Path.Combine(folder, $"{name}.npy");
        LabelFile = Path.Combine(folder, $"{name}-labels.npy");
        AnchorFile = Path.Combine(folder, $"{name}-anchors.npy");
        if (File.Exists(RowFile) && File.Exists(LabelFile) && File.Exists(AnchorFile)) return;
        var random = new RandomStream(4, "large file");
        Npy.Write<long>(LabelFile, [.. Enumerable.Range(0, (int)Rows).Select(_ => random.NextBelow(Labels))], Rows);
        Npy.Write<double>(AnchorFile, [.. Enumerable.Range(0, Anchors * Features).Select(_ => random.NextNormal())], Anchors, Features);
        WriteRows(folder);
    }

    /// <summary>Gets the number of rows.</summary>
    public long Rows { get; }

    /// <summary>Gets the file of the rows.</summary>
    public string RowFile { get; }

    /// <summary>Gets the file of the labels.</summary>
    public string LabelFile { get; }

    /// <summary>Gets the file of the anchors.</summary>
    public string AnchorFile { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (keeps) return;
        foreach (var file in new[] { RowFile, LabelFile, AnchorFile }) File.Delete(file);
    }

    // Sums of two uniform numbers around a point of the row's label, from 32 bits each: normal ones would take minutes. The file gets its name when it is whole.
    private void WriteRows(string folder)
    {
        var part = RowFile + ".part";
        using (var stream = File.Create(part))
        {
            Npy.WriteHeader<float>(stream, Rows, Features);
            var bits = new uint[RowsAtOnce * Features];
            var rows = new float[bits.Length];
            var random = new Random(5);
            for (long first = 0; first < Rows; first += RowsAtOnce)
            {
                var count = (int)Math.Min(RowsAtOnce, Rows - first) * Features;
                random.NextBytes(MemoryMarshal.AsBytes(bits.AsSpan(0, count)));
                for (var i = 0; i < count; i++) rows[i] = ((bits[i] & 0xFFFF) + (bits[i] >> 16)) * (1f / 0xFFFF) - 0.875f;
                Npy.Append<float>(stream, rows.AsSpan(0, count));
            }
        }

        File.Move(part, RowFile);
    }
}
