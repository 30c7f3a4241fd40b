using Infoscope.Plugins.SoftEntropy.Sums;

namespace Infoscope.Plugins.SoftEntropy.Reports;

/// <summary>The numbers of one label set in one part, in nats, computed from its sums. Cost: O(labels x anchors) time and memory.</summary>
internal sealed class LabelSetNumbers
{
    /// <summary>Computes the numbers of a label set that has a usable row.</summary>
    /// <param name="labels">The sums of each label that occurs, in increasing order of the labels.</param>
    /// <param name="spread">The spread of all their rows; null for a null label set.</param>
    /// <param name="part">The part.</param>
    /// <param name="layout">Where the part lies in the sums.</param>
    public LabelSetNumbers(IReadOnlyList<AssignmentSums> labels, RowSpread? spread, int part, AssignmentLayout layout)
    {
        Rows = labels.Sum(label => label.Rows);
        AssignmentSums[] sums = [.. labels.Select(label => label.Part(part))];
        double[][] means = [.. sums.Select(label => label.Mean())];
        var marginal = MarginalOf(sums, layout.OnePart);
        var middle = new double[layout.Anchors];
        foreach (var mean in means) Vectors.Add(middle, mean);
        Vectors.Divide(middle, sums.Length, middle);

        EntropyNats = Entropies.Entropy(marginal);
        LabelEntropiesNats = new double[sums.Length];
        for (var i = 0; i < sums.Length; i++)
        {
            var share = (double)sums[i].Rows / Rows;
            var entropy = LabelEntropiesNats[i] = Entropies.Entropy(means[i]);
            ConditionalEntropyNats += share * entropy;
            UnweightedConditionalEntropyNats += entropy / sums.Length;
            InformationNats += share * Entropies.Divergence(means[i], marginal);
            LabelEntropyNats -= share * Math.Log(share);
            UniformDivergenceNats += Entropies.Divergence(means[i], middle) / sums.Length;
        }

        if (sums.Length > 1) OneAgainstRestNats = OneAgainstRest(sums, means, layout.OnePart);
        if (spread is null) return;
        // The difference of two entropies rounds, below 0 where all rows are alike; the information is never above it.
        ChannelCeilingNats = Math.Max(InformationNats, EntropyNats - spread.EntropyNats(part) / Rows);
        NullBiasNats = (sums.Length - 1) * spread.RelativeVariance(part, marginal, Rows) / (2.0 * Rows);
    }

    /// <summary>Gets the number of usable labelled rows.</summary>
    public long Rows { get; }

    /// <summary>Gets H(P), P being the mean assignment of the labelled rows.</summary>
    public double EntropyNats { get; }

    /// <summary>Gets sum pi(x) H(Q_x).</summary>
    public double ConditionalEntropyNats { get; }

    /// <summary>Gets sum pi(x) KL(Q_x from P), which is H(P) - sum pi(x) H(Q_x) and never below 0.</summary>
    public double InformationNats { get; }

    /// <summary>Gets the mean of H(Q_x) with equal weight of each label.</summary>
    public double UnweightedConditionalEntropyNats { get; }

    /// <summary>Gets H(Y) of the labels that occur.</summary>
    public double LabelEntropyNats { get; }

    /// <summary>Gets the mean over labels of the divergence of Q_x and the mean assignment of all other labelled rows; null with one label.</summary>
    public double? OneAgainstRestNats { get; }

    /// <summary>Gets the largest information possible: H(Y), or the channel ceiling where it is known and lower.</summary>
    public double InformationCeilingNats => ChannelCeilingNats is { } channel ? Math.Min(LabelEntropyNats, channel) : LabelEntropyNats;

    /// <summary>Gets the divergence among all Q_x with equal weights.</summary>
    public double UniformDivergenceNats { get; }

    /// <summary>Gets H(P) less the mean entropy of a row; null for a null label set.</summary>
    public double? ChannelCeilingNats { get; }

    /// <summary>Gets the expected information of independent labels, (K-1)/(2n) times the relative variance; null for a null label set.</summary>
    public double? NullBiasNats { get; }

    /// <summary>Gets H(Q_x) of each label that occurs.</summary>
    public double[] LabelEntropiesNats { get; }

    // From the labels' own sums, so that with one label P has the bits of Q and the information is exactly 0.
    private static double[] MarginalOf(AssignmentSums[] labels, AssignmentLayout layout)
    {
        var all = new AssignmentSums(layout);
        foreach (var sums in labels) all.Add(sums);
        return all.Mean();
    }

    // The rest of a label is what comes before it and what comes after it. Total less label would cancel, even below 0, where one label has most rows.
    private static double OneAgainstRest(AssignmentSums[] labels, double[][] means, AssignmentLayout layout)
    {
        var after = new AssignmentSums[labels.Length];
        after[^1] = new AssignmentSums(layout);
        for (var i = labels.Length - 2; i >= 0; i--)
        {
            after[i] = new AssignmentSums(layout);
            after[i].Add(after[i + 1]);
            after[i].Add(labels[i + 1]);
        }

        var before = new AssignmentSums(layout);
        double sum = 0;
        for (var i = 0; i < labels.Length; i++)
        {
            after[i].Add(before);
            sum += Entropies.JensenShannon(means[i], after[i].Mean());
            before.Add(labels[i]);
        }

        return sum / labels.Length;
    }
}
