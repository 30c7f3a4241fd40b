using Infoscope.Engine.Inputs;

namespace Infoscope.Engine.Labels;

/// <summary>The rows of one label set that are used and have a label, and what can be said of them without an estimator.</summary>
internal sealed class LabelledRows
{
    private readonly RowSet? labelled;
    private readonly Func<long, int>? ranks;
    private readonly Lazy<int[]> labelsByRank;

    /// <summary>Gathers them.</summary>
    /// <param name="labels">The label set.</param>
    /// <param name="rows">The number of all rows.</param>
    /// <param name="selected">Which rows are used; null is all.</param>
    /// <param name="unusable">The rows that estimators leave out, which take no part; null as long as none is known.</param>
    public LabelledRows(RowLabels labels, long rows, bool[]? selected, RowSet? unusable)
    {
        var found = new RowSet(rows);
        var counts = new int[labels.Count];
        for (var row = 0L; row < rows; row++)
        {
            if ((selected is not null && !selected[row]) || unusable?.Contains(row) == true) continue;
            var label = labels[row];
            if (label < 0) continue;
            counts[label]++;
            found.Add(row);
        }

        Count = (int)found.Count;
        if (Count < rows) (labelled, ranks) = (found, found.Ranks());
        labelsByRank = new(() => Gathered(labels, rows));
        Observed = counts.Count(count => count > 0);
        // From 0, so that a single label has the entropy 0 and not -0.
        EntropyNats = 0 - counts.Where(count => count > 0).Sum(count => (double)count / Count * Math.Log((double)count / Count));
    }

    /// <summary>Gets the number of labelled rows.</summary>
    public int Count { get; }

    /// <summary>Gets the label of each labelled row, in the order of the rows; gathered when it is first asked for.</summary>
    public int[] Labels => labelsByRank.Value;

    /// <summary>Gets the number of labels that occur.</summary>
    public int Observed { get; }

    /// <summary>Gets the plug-in entropy of the labels that occur.</summary>
    public double EntropyNats { get; }

    /// <summary>Gives the place of a row among the labelled ones; -1 for none.</summary>
    public int RankOf(long row) => labelled is null ? (int)row : labelled.Contains(row) ? ranks!(row) : -1;

    /// <summary>Tells whether another label set labels the same rows.</summary>
    public bool AreThoseOf(LabelledRows other) =>
        Count == other.Count && (labelled is null || other.labelled is null ? labelled == other.labelled : labelled.HasRowsOf(other.labelled));

    private int[] Gathered(RowLabels labels, long rows)
    {
        var gathered = new int[Count];
        var rank = 0;
        if (labelled is null)
        {
            for (var row = 0L; row < rows; row++) gathered[rank++] = labels[row];
            return gathered;
        }

        foreach (var row in labelled.Rows()) gathered[rank++] = labels[row];
        return gathered;
    }
}
