using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Infoscope.Engine.Inputs;

namespace Infoscope.Engine.States;

/// <summary>Tells whether two activation sets are the same to the last bit: rows, labels, sequences, selection, reference.</summary>
/// <remarks>Reads the rows once more, in blocks.</remarks>
internal static class ContentHash
{
    private const int BlockBytes = 8 << 20;

    public static string Of(ActivationSet set, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, set.Activations, cancellation);
        if (set.Reference is { } reference) Add(hash, reference, cancellation);
        Span<int> parts = stackalloc int[3];
        for (var row = 0L; row < set.Activations.Rows; row++)
        {
            parts[0] = set.Selected is null || set.Selected[row] ? 1 : 0;
            parts[1] = set.Sequences?.SequenceOf(row) ?? -1;
            parts[2] = set.Sequences?.PositionOf(row) ?? -1;
            hash.AppendData(MemoryMarshal.AsBytes(parts));
            foreach (var labels in set.Labels)
            {
                var label = labels[row];
                hash.AppendData(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(ref label)));
            }
        }

        return StateFormat.Hex(hash.GetCurrentHash());
    }

    private static void Add(IncrementalHash hash, IActivationSource source, CancellationToken cancellation)
    {
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
