namespace Infoscope.Engine.Inputs;

/// <summary>Which sequence each row belongs to and where it stands in it; the rows of a sequence lie together.</summary>
public sealed class SequenceLayout
{
    private readonly int length;
    private readonly int[]? ids;
    private readonly int[]? positions;

    private SequenceLayout(int count, int length, int[]? ids, int[]? positions)
    {
        Count = count;
        this.length = length;
        this.ids = ids;
        this.positions = positions;
    }

    /// <summary>Gets the number of sequences.</summary>
    public int Count { get; }

    /// <summary>Lays out sequences of one length, one after the other in token order.</summary>
    public static SequenceLayout Rectangular(long sequences, long length)
    {
        if (sequences > int.MaxValue || length > int.MaxValue) throw new ActivationShapeException($"{sequences} sequences of length {length} are too many; at most {int.MaxValue} of each are allowed.");
        return new((int)sequences, (int)length, null, null);
    }

    /// <summary>Lays out sequences by the id of each row.</summary>
    /// <param name="name">Where the ids came from, for messages.</param>
    /// <param name="rowIds">The id of each row; any numbers, those of one sequence together.</param>
    /// <exception cref="ActivationShapeException">The rows of a sequence do not lie together.</exception>
    public static SequenceLayout FromIds(string name, ReadOnlySpan<long> rowIds)
    {
        var seen = new HashSet<long>();
        var ids = new int[rowIds.Length];
        var positions = new int[rowIds.Length];
        for (var row = 0; row < rowIds.Length; row++)
        {
            if (row > 0 && rowIds[row] == rowIds[row - 1])
            {
                ids[row] = ids[row - 1];
                positions[row] = positions[row - 1] + 1;
                continue;
            }

            if (!seen.Add(rowIds[row]))
                throw new ActivationShapeException($"{name}: sequence {rowIds[row]} starts again at row {row}; the rows of a sequence must lie together, so sort the rows by sequence.");
            ids[row] = seen.Count - 1;
        }

        return new(seen.Count, 0, ids, positions);
    }

    /// <summary>Tells whether labels or tokens of a shape lie in these same sequences: (length) in one, (sequences, length) in as many of that length.</summary>
    public bool Agrees(IReadOnlyList<long> shape, long rows)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var (sequences, ofLength) = shape.Count == 1 ? (1, shape[0]) : (shape[0], shape[1]);
        if (Count != sequences || rows != sequences * ofLength) return false;
        for (var row = 0L; row < rows; row++)
        {
            if (SequenceOf(row) != row / ofLength) return false;
        }

        return true;
    }

    /// <summary>Gives the sequence of a row, counted from 0.</summary>
    public int SequenceOf(long row) => ids is null ? (int)(row / length) : ids[row];

    /// <summary>Gives the place of a row in its sequence, counted from 0.</summary>
    public int PositionOf(long row) => positions is null ? (int)(row % length) : positions[row];
}
