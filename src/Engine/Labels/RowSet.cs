using System.Numerics;

namespace Infoscope.Engine.Labels;

/// <summary>A set of rows: a bit for each row of the data, and none before the first row is added.</summary>
/// <param name="rows">The number of rows of the data.</param>
internal sealed class RowSet(long rows)
{
    private const int BitsPerWord = 64;

    private ulong[] words = [];

    /// <summary>Gets the number of rows in the set.</summary>
    public long Count { get; private set; }

    /// <summary>Adds a row that is not in the set.</summary>
    public void Add(long row)
    {
        if (words.Length == 0) words = new ulong[(rows / BitsPerWord) + 1];
        words[row / BitsPerWord] |= 1UL << (int)(row % BitsPerWord);
        Count++;
    }

    /// <summary>Tells whether a row is in the set.</summary>
    public bool Contains(long row) => words.Length > 0 && (words[row / BitsPerWord] & (1UL << (int)(row % BitsPerWord))) != 0;

    /// <summary>Gives the rows in their order.</summary>
    public IEnumerable<long> Rows()
    {
        for (var word = 0; word < words.Length; word++)
        {
            for (var left = words[word]; left != 0; left &= left - 1) yield return ((long)word * BitsPerWord) + BitOperations.TrailingZeroCount(left);
        }
    }

    /// <summary>Gives the number of rows of the set before a row, made of one running count a word.</summary>
    public Func<long, int> Ranks()
    {
        var before = new int[words.Length];
        for (var word = 1; word < words.Length; word++) before[word] = before[word - 1] + BitOperations.PopCount(words[word - 1]);
        return row => before[row / BitsPerWord] + BitOperations.PopCount(words[row / BitsPerWord] & ((1UL << (int)(row % BitsPerWord)) - 1));
    }

    /// <summary>Tells whether another set of the same data has the same rows.</summary>
    public bool HasRowsOf(RowSet other) => Count == other.Count && (Count == 0 || words.AsSpan().SequenceEqual(other.words));
}
