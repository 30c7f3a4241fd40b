using System.Globalization;

namespace Infoscope.Engine.Inputs;

/// <summary>Which positions of the sequences are used.</summary>
public sealed class Positions
{
    private Positions()
    {
    }

    /// <summary>Gets the choice of the rows that every sequence-derived label set labels, so that all label sets speak of the same rows.</summary>
    public static Positions Common { get; } = new();

    /// <summary>Gets the choice of all rows, each label set keeping its own labelled ones.</summary>
    public static Positions Own { get; } = new();

    /// <summary>Gets the first position of a range; null without a range.</summary>
    public int? First { get; private init; }

    /// <summary>Gets the last position of a range; null without a range.</summary>
    public int? Last { get; private init; }

    /// <summary>Reads <c>common</c>, <c>own</c> or <c>A..B</c>, both ends included and counted from 0.</summary>
    /// <exception cref="OptionException">It is none of these.</exception>
    public static Positions Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text == "common") return Common;
        if (text == "own") return Own;
        var ends = text.Split("..");
        if (ends.Length == 2
            && int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            && first <= last)
            return new Positions { First = first, Last = last };
        throw new OptionException($"--positions is '{text}'; allowed are common, own, or A..B with A at most B, such as 2..60.");
    }

    /// <summary>Marks the rows that are used; null is all of them.</summary>
    /// <exception cref="OptionException">A range is asked of rows without sequences, or no row is left.</exception>
    public bool[]? Select(long rows, SequenceLayout? sequences, IReadOnlyList<RowLabels> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        if (First is not null)
        {
            if (sequences is null) throw new OptionException($"--positions {First}..{Last} needs sequences; give activations of shape (sequences, length, features), or --sequences.");
            if (rows > 0 && Longest(rows, sequences) is var longest && Last >= longest)
                throw new OptionException($"--positions {this} goes beyond the longest sequence, whose positions are 0..{longest - 1}.");
            return Mark(rows, row => sequences.PositionOf(row) >= First && sequences.PositionOf(row) <= Last);
        }

        var derived = labels.Where(set => set.IsSequenceDerived).ToArray();
        if (this != Common || derived.Length == 0) return null;
        return Mark(rows, row => derived.All(set => set[row] >= 0))
            ?? throw new OptionException($"--positions common leaves no row; no position has a label in every sequence-derived label set, so use --positions own.");
    }

    /// <summary>Writes the choice as a user gives it.</summary>
    public override string ToString() => First is not null ? $"{First}..{Last}" : ReferenceEquals(this, Own) ? "own" : "common";

    private static long Longest(long rows, SequenceLayout sequences)
    {
        var last = -1;
        for (var row = 0L; row < rows; row++) last = Math.Max(last, sequences.PositionOf(row));
        return last + 1L;
    }

    // Null when rows there are and none is used; rows that are not there are the concern of whoever reads them.
    private static bool[]? Mark(long rows, Func<long, bool> used)
    {
        var marks = new bool[rows];
        for (var row = 0L; row < rows; row++) marks[row] = used(row);
        return rows == 0 || marks.Contains(true) ? marks : null;
    }
}
