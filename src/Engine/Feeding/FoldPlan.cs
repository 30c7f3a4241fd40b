using Infoscope.Engine.Inputs;

namespace Infoscope.Engine.Feeding;

/// <summary>Deals rows into folds: whole sequences in turn where there are several, else chunks of rows in turn.</summary>
/// <remarks>
/// Files are often sorted by class, so folds must not be contiguous. A chunk has 64 rows, or fewer when there are not enough rows for four chunks a fold.
/// The plan depends on the data alone, never on threads or blocks.
/// </remarks>
internal sealed class FoldPlan
{
    private const int LargestChunk = 64;
    private const int ChunksPerFold = 4;

    private readonly SequenceLayout? sequences;
    private readonly long chunk;

    public FoldPlan(long selectedRows, SequenceLayout? sequences)
    {
        this.sequences = sequences is { Count: > 1 } ? sequences : null;
        chunk = Math.Clamp(selectedRows / (ComparisonSettings.Folds * ChunksPerFold), 1, LargestChunk);
    }

    /// <summary>Gives the fold of a row.</summary>
    /// <param name="row">Where the row stands in the data.</param>
    /// <param name="rank">Where it stands among the rows that are used.</param>
    public int FoldOf(long row, long rank) => FoldOf(sequences is null ? rank / chunk : sequences.SequenceOf(row));

    /// <summary>Gives the fold of a chunk or a sequence: each ten in turn, begun at another fold every time, so that classes that come round in tens do not meet the folds.</summary>
    public static int FoldOf(long chunk)
    {
        var (round, place) = Math.DivRem(chunk, ComparisonSettings.Folds);
        var (start, _, _, _) = Philox4x32.Block((uint)round, (uint)(round >> 32), 0, 0, 0, 0);
        return (int)((start + (ulong)place) % ComparisonSettings.Folds);
    }
}
