using System.Runtime.InteropServices;
using Infoscope.Plugins.Binning.Grids;
using Infoscope.Plugins.Binning.States;

namespace Infoscope.Plugins.Binning.Features;

/// <summary>The bins of the rows of one label, feature by feature: the rows themselves while they take less memory than counts.</summary>
internal sealed class LabelBins
{
    // A bin of a row takes 2 bytes and a count 8.
    private const int RowsPerBin = sizeof(long) / sizeof(ushort);

    private readonly Grid grid;
    private readonly int features;
    private readonly int bins;
    private List<ushort>? rows = [];
    private long[] counts = [];

    // Counts of the last rows, small enough for those of several labels to stay in the cache; they join the others before one can overflow.
    private ushort[] lastCounts = [];
    private int lastRows;

    /// <summary>Makes the bins of no row.</summary>
    public LabelBins(Grid grid)
    {
        this.grid = grid;
        features = grid.Features;
        bins = grid.Bins;
    }

    /// <summary>Makes the bins of rows that are known by the counts of each feature, bin by bin.</summary>
    public static LabelBins Of(Grid grid, long[] counts) => new(grid) { rows = null, counts = counts, Rows = counts.Take(grid.Bins).Sum() };

    /// <summary>Gets the number of rows.</summary>
    public long Rows { get; private set; }

    /// <summary>Adds the bins of a row.</summary>
    public void Add(ReadOnlySpan<ushort> row)
    {
        Rows++;
        if (rows is not null && Rows <= (long)RowsPerBin * bins) rows.AddRange(row);
        else Count(row);
    }

    /// <summary>Adds the rows of another.</summary>
    public void Add(LabelBins other)
    {
        if (other.rows is { } theirs)
        {
            var all = CollectionsMarshal.AsSpan(theirs);
            for (var first = 0; first < all.Length; first += features) Add(all.Slice(first, features));
            return;
        }

        Rows = checked(Rows + other.Rows);
        ToCounts();
        other.JoinLast();
        for (var i = 0; i < counts.Length; i++) counts[i] += other.counts[i];
    }

    /// <summary>Gives the bins of a feature that occurred and how often, by bin.</summary>
    public IEnumerable<(int Bin, long Rows)> Of(int feature)
    {
        if (rows is null)
        {
            JoinLast();
            for (var bin = 0; bin < bins; bin++)
            {
                if (counts[(feature * bins) + bin] is > 0 and var count) yield return (bin, count);
            }

            yield break;
        }

        var ids = new ushort[Rows];
        for (var row = 0; row < ids.Length; row++) ids[row] = rows[(row * features) + feature];
        Array.Sort(ids);
        for (var first = 0; first < ids.Length;)
        {
            var end = first + 1;
            while (end < ids.Length && ids[end] == ids[first]) end++;
            yield return (ids[first], end - first);
            first = end;
        }
    }

    /// <summary>Gives a copy of the counts of each feature, bin by bin.</summary>
    public long[] Counts()
    {
        ToCounts();
        JoinLast();
        return [.. counts];
    }

    /// <summary>Writes the counts of each feature.</summary>
    public void Save(BinaryWriter to)
    {
        to.Write(Rows);
        for (var feature = 0; feature < features; feature++)
        {
            (int Bin, long Rows)[] occurred = [.. Of(feature)];
            to.Write(occurred.Length);
            foreach (var (bin, count) in occurred)
            {
                to.Write(bin);
                to.Write(count);
            }
        }
    }

    /// <summary>Reads the counts of each feature.</summary>
    /// <param name="from">The state.</param>
    /// <param name="left">The rows of each bin that are left for this label and those after it, of which its own are taken; null for any.</param>
    /// <exception cref="InvalidDataException">They cannot be those of any rows.</exception>
    public void Restore(BinaryReader from, long[]? left = null)
    {
        Rows = StateFormat.ReadPositive(from);
        ToCounts();
        for (var feature = 0; feature < features; feature++)
        {
            var (last, sum) = (-1, 0L);
            for (var more = StateFormat.ReadCount(from, grid.BinsOf(feature)); more > 0; more--)
            {
                var bin = StateFormat.ReadCount(from, grid.BinsOf(feature) - 1);
                if (bin <= last) throw StateFormat.Refusal("bins do not ascend");
                last = bin;
                var place = (feature * bins) + bin;
                counts[place] = StateFormat.ReadPositive(from);
                sum = checked(sum + counts[place]);
                if (left is null) continue;
                if (counts[place] > left[place]) throw StateFormat.Refusal("a bin has more rows with labels than rows");
                left[place] -= counts[place];
            }

            if (sum != Rows) throw StateFormat.Refusal($"a feature has {sum} values in {Rows} rows");
        }
    }

    private void Count(ReadOnlySpan<ushort> row)
    {
        ToCounts();
        if (lastCounts.Length == 0) lastCounts = new ushort[counts.Length];
        if (lastRows == ushort.MaxValue) JoinLast();
        lastRows++;
        var place = 0;
        foreach (var bin in row)
        {
            lastCounts[place + bin]++;
            place += bins;
        }
    }

    private void JoinLast()
    {
        if (lastRows == 0) return;
        for (var i = 0; i < counts.Length; i++) counts[i] += lastCounts[i];
        Array.Clear(lastCounts);
        lastRows = 0;
    }

    private void ToCounts()
    {
        if (rows is null) return;
        var kept = CollectionsMarshal.AsSpan(rows);
        counts = new long[features * bins];
        rows = null;
        for (var first = 0; first < kept.Length; first += features) Count(kept.Slice(first, features));
    }
}
