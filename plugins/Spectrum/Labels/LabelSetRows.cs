using Infoscope.Plugins.Spectrum.Rows;

namespace Infoscope.Plugins.Spectrum.Labels;

/// <summary>What one label set keeps: the label of each kept row, or the rows of each label as sums; and the labelled rows that were left out.</summary>
/// <param name="info">The label set.</param>
/// <param name="spare">Pages that nobody uses, for the rows of sums.</param>
internal sealed class LabelSetRows(LabelSetInfo info, Stack<double[]> spare)
{
    /// <summary>The label of a row without one.</summary>
    public const int None = -1;

    /// <summary>Gets the label set.</summary>
    public LabelSetInfo Info => info;

    /// <summary>Gets the label of each kept row.</summary>
    public List<int> OfKept { get; } = [];

    /// <summary>Gets the rows of each label that has one, once rows are no longer kept.</summary>
    public SortedDictionary<int, RowSum> Sums { get; } = [];

    /// <summary>Gets the number of left out rows of each label that has one.</summary>
    public SortedDictionary<int, long> Dropped { get; } = [];

    /// <summary>Gets the number of labelled rows.</summary>
    public long Rows => OfKept.LongCount(label => label != None) + Sums.Values.Sum(sum => sum.Rows);

    /// <summary>Gets the number of labelled rows that were left out.</summary>
    public long DroppedRows => Dropped.Values.Sum();

    /// <summary>Counts left out rows of a label.</summary>
    public void Drop(int label, long rows)
    {
        if (label != None) Dropped[label] = Dropped.GetValueOrDefault(label) + rows;
    }

    /// <summary>Gives the places of the kept rows of each label that has one, ascending.</summary>
    public SortedDictionary<int, List<int>> PlacesOfKept()
    {
        var places = new SortedDictionary<int, List<int>>();
        for (var row = 0; row < OfKept.Count; row++)
        {
            if (OfKept[row] is None) continue;
            if (!places.TryGetValue(OfKept[row], out var ofLabel)) places.Add(OfKept[row], ofLabel = []);
            ofLabel.Add(row);
        }

        return places;
    }

    /// <summary>Gives the sum of a label, made when its first row comes.</summary>
    public RowSum SumOf(int label, int features)
    {
        if (!Sums.TryGetValue(label, out var sum)) Sums.Add(label, sum = new RowSum(features, spare));
        return sum;
    }
}
