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
    private readonly int chunk;

    public FoldPlan(long selectedRows, SequenceLayout? sequences)
    {
        this.sequences = sequences is { Count: > 1 } ? sequences : null;
        chunk = (int)Math.Clamp(selectedRows / (ComparisonSettings.Folds * ChunksPerFold), 1, LargestChunk);
    }

    /// <summary>Gets the number of rows after which every fold has had as many, where all are used; 1 when rows come in sequences.</summary>
    public int Round => sequences is null ? chunk * ComparisonSettings.Folds : 1;

    /// <summary>Cuts the used rows of a window where the fold changes.</summary>
    /// <param name="window">The window.</param>
    /// <param name="firstRank">Where its first used row stands among all that are used.</param>
    /// <param name="selected">Which rows are used; null is all.</param>
    /// <returns>The number of its rows that are used.</returns>
    public long Cut(Window window, long firstRank, bool[]? selected)
    {
        window.Stretches.Clear();
        var rank = firstRank;
        for (var offset = 0; offset < window.Rows;)
        {
            var row = window.First + offset;
            if (selected is not null && !selected[row])
            {
                offset++;
                continue;
            }

            var most = (int)Math.Min(window.Rows - offset, sequences is null ? chunk - (rank % chunk) : int.MaxValue);
            var part = PartOf(row, rank);
            var rows = selected is null && sequences is null ? most : 1;
            while (rows < most && (selected is null || selected[row + rows]) && PartOf(row + rows, rank + rows) == part) rows++;
            window.Stretches.Add(new Stretch(offset, rows, rank, FoldOf(part)));
            offset += rows;
            rank += rows;
        }

        return rank - firstRank;
    }

    /// <summary>Gives the fold of a chunk or a sequence: each ten in turn, begun at another fold every time, so that classes that come round in tens do not meet the folds.</summary>
    public static int FoldOf(long chunk)
    {
        var (round, place) = Math.DivRem(chunk, ComparisonSettings.Folds);
        var (start, _, _, _) = Philox4x32.Block((uint)round, (uint)(round >> 32), 0, 0, 0, 0);
        return (int)((start + (ulong)place) % ComparisonSettings.Folds);
    }

    private long PartOf(long row, long rank) => sequences is null ? rank / chunk : sequences.SequenceOf(row);
}
