using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Infoscope.Engine.Inputs;

namespace Infoscope.Engine.States;

/// <summary>Tells whether two activation sets are the same to the last bit: rows, reference, attention, selection, sequences, labels.</summary>
/// <remarks>Reads the rows once more, in blocks.</remarks>
internal static class ContentHash
{
    private const int BlockBytes = 8 << 20;
    private const int RowsAtOnce = 4096;

    // Selection, sequence and position of a row.
    private const int FixedPlaces = 3;

    public static string Of(ActivationSet set, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, "rows", set.Activations, cancellation);
        if (set.Reference is { } reference) Add(hash, "reference", reference, cancellation);
        if (set.Attention is { } attention) Add(hash, attention, cancellation);
        var labels = set.Labels;
        var places = new int[RowsAtOnce * (FixedPlaces + labels.Count)];
        var filled = 0;
        for (var row = 0L; row < set.Activations.Rows; row++)
        {
            places[filled++] = set.Selected is null || set.Selected[row] ? 1 : 0;
            places[filled++] = set.Sequences?.SequenceOf(row) ?? -1;
            places[filled++] = set.Sequences?.PositionOf(row) ?? -1;
            foreach (var one in labels) places[filled++] = one[row];
            if (filled < places.Length) continue;
            hash.AppendData(MemoryMarshal.AsBytes(places.AsSpan()));
            filled = 0;
        }

        hash.AppendData(MemoryMarshal.AsBytes(places.AsSpan(0, filled)));
        return StateFormat.Hex(hash.GetCurrentHash());
    }

    private static void Add(IncrementalHash hash, IAttentionSource source, CancellationToken cancellation)
    {
        hash.AppendData(StateFormat.Utf8(string.Create(CultureInfo.InvariantCulture, $"attention {source.Sequences} {source.Heads} {source.Length}\n")));
        var block = new float[checked(source.Heads * source.Length * source.Length)];
        for (var sequence = 0L; sequence < source.Sequences; sequence++)
        {
            cancellation.ThrowIfCancellationRequested();
            source.Read(sequence, block);
            hash.AppendData(MemoryMarshal.AsBytes(block.AsSpan()));
        }
    }

    private static void Add(IncrementalHash hash, string what, IActivationSource source, CancellationToken cancellation)
    {
        hash.AppendData(StateFormat.Utf8(string.Create(CultureInfo.InvariantCulture, $"{what} {source.Rows} {source.Features}\n")));
        var rows = (int)Math.Clamp(BlockBytes / (sizeof(double) * Math.Max(1, source.Features)), 1, Math.Max(1, source.Rows));
        var block = new double[checked(rows * source.Features)];
        for (var first = 0L; first < source.Rows; first += rows)
        {
            cancellation.ThrowIfCancellationRequested();
            var part = block.AsSpan(0, (int)Math.Min(rows, source.Rows - first) * source.Features);
            source.Read(first, part);
            hash.AppendData(MemoryMarshal.AsBytes(part));
        }
    }
}
