namespace Infoscope.Conformance;

/// <summary>The plug-in entropy of labels.</summary>
internal static class LabelEntropy
{
    /// <summary>Gives the entropy in nats of the fine labels of the rows that an estimate rests on; null when it is not known which these are.</summary>
    /// <remarks>An estimate says how many rows it left out, not which: those without a direction are tried, and otherwise nothing is said.</remarks>
    public static double? Of(Sample sample, Estimate estimate)
    {
        var labels = sample.Labels.Fine;
        int[] all = [.. Enumerable.Range(0, labels.Length).Where(row => labels[row] >= 0)];
        int[] withDirection = [.. all.Where(row => Array.Exists(sample.Rows[row], value => value != 0))];
        if (all.Length == estimate.RowsUsed) return Nats(all.Select(row => labels[row]));
        return withDirection.Length == estimate.RowsUsed ? Nats(withDirection.Select(row => labels[row])) : null;
    }

    /// <summary>Gives - sum p ln p of the shares of each label, in nats.</summary>
    public static double Nats(IEnumerable<int> labels)
    {
        var counts = labels.CountBy(label => label).Select(pair => (double)pair.Value).ToArray();
        var rows = counts.Sum();
        return counts.Sum(count => -count / rows * Math.Log(count / rows));
    }
}
