using System.Runtime.InteropServices;

namespace Infoscope.Plugins.Binning.Counts;

/// <summary>How often each symbol came with each label of one label set.</summary>
/// <remarks>
/// The first label of each symbol stands in a list, and only what comes after goes into a hash table. So where every row is a symbol of its own, which is when there is most to
/// keep, a row takes 4 bytes, and elsewhere a pair that comes again about 30.
/// </remarks>
internal sealed class PairCounts
{
    private const int None = -1;
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private readonly List<int> firstLabels = [];

    // Open addressing; a place with the count 0 is free.
    private ulong[] keys = [];
    private long[] counts = [];
    private int used;

    /// <summary>Counts rows with a symbol and a label.</summary>
    public void Add(int symbol, int label, long rows)
    {
        if (symbol >= firstLabels.Count) firstLabels.AddRange(Enumerable.Repeat(None, symbol + 1 - firstLabels.Count));
        ref var first = ref CollectionsMarshal.AsSpan(firstLabels)[symbol];
        if (first == None && rows > 0) (first, rows) = (label, rows - 1);
        if (rows == 0) return;
        if (4L * (used + 1) > 3L * keys.Length) Grow();
        var key = ((ulong)(uint)symbol << 32) | (uint)label;
        var place = PlaceOf(key);
        if (counts[place] == 0) (keys[place], used) = (key, used + 1);
        counts[place] = checked(counts[place] + rows);
    }

    /// <summary>Gives every pair with its count, by symbol and label.</summary>
    public List<(int Symbol, int Label, long Rows)> Sorted()
    {
        var pairs = new List<(int Symbol, int Label, long Rows)>(firstLabels.Count);
        for (var symbol = 0; symbol < firstLabels.Count; symbol++)
        {
            if (firstLabels[symbol] != None) pairs.Add((symbol, firstLabels[symbol], 1));
        }

        for (var place = 0; place < keys.Length; place++)
        {
            if (counts[place] > 0) pairs.Add(((int)(keys[place] >> 32), (int)(uint)keys[place], counts[place]));
        }

        pairs.Sort();
        return Joined(pairs);
    }

    // A pair may stand in the list and in the table.
    private static List<(int Symbol, int Label, long Rows)> Joined(List<(int Symbol, int Label, long Rows)> sorted)
    {
        var last = -1;
        for (var i = 0; i < sorted.Count; i++)
        {
            if (last >= 0 && sorted[last].Symbol == sorted[i].Symbol && sorted[last].Label == sorted[i].Label) sorted[last] = sorted[last] with { Rows = sorted[last].Rows + sorted[i].Rows };
            else sorted[++last] = sorted[i];
        }

        sorted.RemoveRange(last + 1, sorted.Count - last - 1);
        return sorted;
    }

    private int PlaceOf(ulong key)
    {
        var place = (int)((key * Golden) >> 33) & (keys.Length - 1);
        while (counts[place] > 0 && keys[place] != key) place = (place + 1) & (keys.Length - 1);
        return place;
    }

    private void Grow()
    {
        var (oldKeys, oldCounts) = (keys, counts);
        var length = Math.Max(16, 2 * keys.Length);
        (keys, counts) = (new ulong[length], new long[length]);
        for (var old = 0; old < oldKeys.Length; old++)
        {
            if (oldCounts[old] == 0) continue;
            var place = PlaceOf(oldKeys[old]);
            (keys[place], counts[place]) = (oldKeys[old], oldCounts[old]);
        }
    }
}
