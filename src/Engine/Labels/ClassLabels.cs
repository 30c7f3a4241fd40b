using System.Globalization;

namespace Infoscope.Engine.Labels;

/// <summary>Makes label sets of classes as they stand in a file.</summary>
public static class ClassLabels
{
    private const int PieceLength = 1 << 17;

    /// <summary>Takes whole numbers as classes, in ascending order; -1 is a row without a label.</summary>
    public static LabelSet FromIntegers(IReadOnlyList<long> shape, ReadOnlySpan<long> values)
    {
        var classes = new SortedSet<long>();
        foreach (var value in values) classes.Add(value);
        classes.Remove(-1);
        var ids = classes.Select((value, id) => (value, id)).ToDictionary(pair => pair.value, pair => pair.id);
        ids[-1] = -1;
        return new LabelSet(shape, Dense(values, ids), [.. classes.Select(value => value.ToString(CultureInfo.InvariantCulture))]);
    }

    /// <summary>Takes texts as classes, in ordinal order; an empty text, or -1 as among numbers, is a row without a label.</summary>
    public static LabelSet FromTexts(IReadOnlyList<long> shape, IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var classes = new SortedSet<string>(values, StringComparer.Ordinal);
        classes.Remove("");
        classes.Remove("-1");
        var ids = classes.Select((value, id) => (value, id)).ToDictionary(pair => pair.value, pair => pair.id, StringComparer.Ordinal);
        ids[""] = ids["-1"] = -1;
        return new LabelSet(shape, Dense<string>([.. values], ids), [.. classes]);
    }

    /// <summary>Takes whole numbers as classes, as <see cref="FromIntegers(IReadOnlyList{long}, ReadOnlySpan{long})"/> does, without holding them all: they are read twice, piece by piece.</summary>
    /// <param name="shape">The shape of the labels.</param>
    /// <param name="read">Reads whole numbers from a place on; the length of the span says how many.</param>
    public static LabelSet FromIntegers(IReadOnlyList<long> shape, Action<long, Span<long>> read)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(read);
        var rows = new int[shape.Aggregate(1L, (product, axis) => checked(product * axis))];
        var classes = new SortedSet<long>();
        ForEachPiece(rows.Length, read, (_, values) => AddTo(classes, values));
        classes.Remove(-1);
        var ids = classes.Select((value, id) => (value, id)).ToDictionary(pair => pair.value, pair => pair.id);
        ids[-1] = -1;
        ForEachPiece(rows.Length, read, (first, values) =>
        {
            for (var i = 0; i < values.Length; i++) rows[first + i] = ids[values[i]];
        });
        return new LabelSet(shape, rows, [.. classes.Select(value => value.ToString(CultureInfo.InvariantCulture))]);
    }

    private delegate void TakePiece(int first, ReadOnlySpan<long> values);

    private static void ForEachPiece(int length, Action<long, Span<long>> read, TakePiece take)
    {
        var piece = new long[Math.Min(length, PieceLength)];
        for (var first = 0; first < length; first += PieceLength)
        {
            var values = piece.AsSpan(0, Math.Min(PieceLength, length - first));
            read(first, values);
            take(first, values);
        }
    }

    // A piece has far fewer classes than values, and a hash finds one sooner than an order does.
    private static void AddTo(SortedSet<long> classes, ReadOnlySpan<long> values)
    {
        var seen = new HashSet<long>();
        foreach (var value in values) seen.Add(value);
        classes.UnionWith(seen);
    }

    private static int[] Dense<T>(ReadOnlySpan<T> values, Dictionary<T, int> ids)
        where T : notnull
    {
        var dense = new int[values.Length];
        for (var i = 0; i < dense.Length; i++) dense[i] = ids[values[i]];
        return dense;
    }
}
