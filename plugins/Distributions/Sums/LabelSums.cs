using Infoscope.Plugins.Distributions.States;

namespace Infoscope.Plugins.Distributions.Sums;

/// <summary>The entropies of the rows of each label of a label set; a label takes memory when its first row comes.</summary>
internal sealed class LabelSums(LabelSetInfo info)
{
    private readonly SortedDictionary<int, LabelEntropy> labels = [];

    /// <summary>Gets the label set.</summary>
    public LabelSetInfo Info => info;

    /// <summary>Gets the labels that have a row, in increasing order.</summary>
    public IEnumerable<KeyValuePair<int, LabelEntropy>> InOrder => labels;

    /// <summary>Adds to what is kept of a label.</summary>
    public void Add(int label, in LabelEntropy sums) => labels[label] = labels.GetValueOrDefault(label) + sums;

    /// <summary>Adds the sums of the same label set over other rows.</summary>
    public void Add(LabelSums other)
    {
        foreach (var (label, sums) in other.labels) Add(label, sums);
    }

    /// <summary>Writes the sums.</summary>
    public void Save(BinaryWriter to)
    {
        to.Write(labels.Count);
        foreach (var (label, sums) in labels)
        {
            to.Write(label);
            to.Write(sums.Rows);
            to.Write(sums.Dropped);
            to.Write(sums.EntropyNats);
            to.Write(sums.LogSupport);
        }
    }

    /// <summary>Reads the sums of a state that has none yet.</summary>
    /// <param name="from">The state.</param>
    /// <param name="rows">The number of rows that were used, with a label or without.</param>
    /// <param name="leftOut">The number of rows that were not.</param>
    /// <param name="columns">The number of columns.</param>
    /// <exception cref="InvalidDataException">No rows have such sums.</exception>
    public void Restore(BinaryReader from, long rows, long leftOut, int columns)
    {
        var most = Math.Log(Math.Max(1, columns));
        for (var left = StateFormat.ReadCount(from, info.Count); left > 0; left--)
        {
            var label = StateFormat.ReadCount(from, info.Count - 1);
            var (used, dropped) = (StateFormat.ReadCount(from), StateFormat.ReadCount(from));
            if (used > rows) throw StateFormat.Refusal($"a label has {used} of {rows} rows");
            if (dropped > leftOut) throw StateFormat.Refusal($"a label has {dropped} of {leftOut} rows that were left out");
            (rows, leftOut) = (rows - used, leftOut - dropped);
            var sums = new LabelEntropy(used, dropped, StateFormat.ReadSum(from, used * most), StateFormat.ReadSum(from, used * most));
            if (!labels.TryAdd(label, sums)) throw StateFormat.Refusal("a label comes twice");
        }
    }
}
