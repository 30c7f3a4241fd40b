using Infoscope.Engine.Inputs;

namespace Infoscope.Engine.Labels;

/// <summary>The rows of one label set that are used and have a label, and what can be said of them without an estimator.</summary>
internal sealed class LabelledRows
{
    /// <summary>No rows that estimators leave out, as long as none is known.</summary>
    public static readonly IReadOnlySet<long> None = new HashSet<long>();

    private readonly int[]? rankOfRow;

    /// <summary>Gathers them.</summary>
    /// <param name="labels">The label set.</param>
    /// <param name="rows">The number of all rows.</param>
    /// <param name="selected">Which rows are used; null is all.</param>
    /// <param name="unusable">The rows that estimators leave out; they take no part.</param>
    public LabelledRows(RowLabels labels, long rows, bool[]? selected, IReadOnlySet<long> unusable)
    {
        var found = new List<int>();
        var ranks = new int[rows];
        for (var row = 0L; row < rows; row++)
        {
            var used = (selected is null || selected[row]) && labels[row] >= 0 && !unusable.Contains(row);
            ranks[row] = used ? found.Count : -1;
            if (used) found.Add(labels[row]);
        }

        Labels = [.. found];
        rankOfRow = found.Count == rows ? null : ranks;
        var counts = new int[labels.Count];
        foreach (var label in Labels) counts[label]++;
        Observed = counts.Count(count => count > 0);
        // From 0, so that a single label has the entropy 0 and not -0.
        EntropyNats = 0 - counts.Where(count => count > 0).Sum(count => (double)count / Labels.Length * Math.Log((double)count / Labels.Length));
    }

    /// <summary>Gets the label of each labelled row, in the order of the rows.</summary>
    public int[] Labels { get; }

    /// <summary>Gets the number of labels that occur.</summary>
    public int Observed { get; }

    /// <summary>Gets the plug-in entropy of the labels that occur.</summary>
    public double EntropyNats { get; }

    /// <summary>Gives the place of a row among the labelled ones; -1 for none.</summary>
    public int RankOf(long row) => rankOfRow is null ? (int)row : rankOfRow[row];

    /// <summary>Tells whether another label set labels the same rows.</summary>
    public bool AreThoseOf(LabelledRows other) =>
        Labels.Length == other.Labels.Length && (rankOfRow is null || other.rankOfRow is null ? rankOfRow == other.rankOfRow : rankOfRow.AsSpan().SequenceEqual(other.rankOfRow));
}
