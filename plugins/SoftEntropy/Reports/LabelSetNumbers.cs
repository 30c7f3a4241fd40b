using Infoscope.Plugins.SoftEntropy.Sums;

namespace Infoscope.Plugins.SoftEntropy.Reports;

/// <summary>The numbers of one label set in nats, computed from its sums. Cost: O(labels x anchors) time and memory.</summary>
internal sealed class LabelSetNumbers
{
    /// <summary>Computes the numbers of a label set that has a usable row.</summary>
    public LabelSetNumbers(LabelSetSums sums, int anchors)
    {
        Rows = sums.Rows;
        var labels = sums.InOrder();
        var means = MeansOf(labels, anchors);
        var marginal = MarginalOf(labels, anchors);
        var middle = new double[anchors];
        foreach (var mean in means) Vectors.Add(middle, mean);
        Vectors.Divide(middle, labels.Length, middle);

        EntropyNats = Entropies.Entropy(marginal);
        PerLabel = new (int, long, double)[labels.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            var (label, labelSums) = labels[i];
            var share = (double)labelSums.Rows / Rows;
            var entropy = Entropies.Entropy(means[i]);
            PerLabel[i] = (label, labelSums.Rows, entropy);
            ConditionalEntropyNats += share * entropy;
            InformationNats += share * Entropies.Divergence(means[i], marginal);
            LabelEntropyNats -= share * Math.Log(share);
            UniformDivergenceNats += Entropies.Divergence(means[i], middle) / labels.Length;
        }

        if (labels.Length > 1) OneAgainstRestNats = OneAgainstRest(labels, means, anchors);
        if (sums.Spread is null) return;
        ChannelCeilingNats = EntropyNats - sums.Spread.EntropyNats / Rows;
        NullBiasNats = (labels.Length - 1) * sums.Spread.RelativeVariance(marginal, Rows) / (2.0 * Rows);
    }

    /// <summary>Gets the number of usable labelled rows.</summary>
    public long Rows { get; }

    /// <summary>Gets H(P), P being the mean assignment of the labelled rows.</summary>
    public double EntropyNats { get; }

    /// <summary>Gets sum pi(x) H(Q_x).</summary>
    public double ConditionalEntropyNats { get; }

    /// <summary>Gets sum pi(x) KL(Q_x from P), which is H(P) - sum pi(x) H(Q_x) and never below 0.</summary>
    public double InformationNats { get; }

    /// <summary>Gets H(Y) of the labels that occur.</summary>
    public double LabelEntropyNats { get; }

    /// <summary>Gets the mean over labels of the divergence of Q_x and the mean assignment of all other labelled rows; null with one label.</summary>
    public double? OneAgainstRestNats { get; }

    /// <summary>Gets the divergence among all Q_x with equal weights.</summary>
    public double UniformDivergenceNats { get; }

    /// <summary>Gets H(P) less the mean entropy of a row; null for a null label set.</summary>
    public double? ChannelCeilingNats { get; }

    /// <summary>Gets the expected information of independent labels, (K-1)/(2n) times the relative variance; null for a null label set.</summary>
    public double? NullBiasNats { get; }

    /// <summary>Gets label, rows and H(Q_x) of each label that occurs, by increasing label.</summary>
    public (int Label, long Rows, double EntropyNats)[] PerLabel { get; }

    private static double[][] MeansOf(KeyValuePair<int, AssignmentSums>[] labels, int anchors)
    {
        var means = new double[labels.Length][];
        for (var i = 0; i < labels.Length; i++) labels[i].Value.Mean(means[i] = new double[anchors]);
        return means;
    }

    // From the labels' own sums, so that with one label P has the bits of Q and the information is exactly 0.
    private static double[] MarginalOf(KeyValuePair<int, AssignmentSums>[] labels, int anchors)
    {
        var all = new AssignmentSums(anchors);
        foreach (var (_, sums) in labels) all.Add(sums);
        var marginal = new double[anchors];
        all.Mean(marginal);
        return marginal;
    }

    // The rest of a label is what comes before it and what comes after it. Total less label would cancel, even below 0, where one label has most rows.
    private static double OneAgainstRest(KeyValuePair<int, AssignmentSums>[] labels, double[][] means, int anchors)
    {
        var after = new AssignmentSums[labels.Length];
        after[^1] = new AssignmentSums(anchors);
        for (var i = labels.Length - 2; i >= 0; i--)
        {
            after[i] = new AssignmentSums(anchors);
            after[i].Add(after[i + 1]);
            after[i].Add(labels[i + 1].Value);
        }

        var before = new AssignmentSums(anchors);
        var mean = new double[anchors];
        double sum = 0;
        for (var i = 0; i < labels.Length; i++)
        {
            after[i].Add(before);
            after[i].Mean(mean);
            sum += Entropies.JensenShannon(means[i], mean);
            before.Add(labels[i].Value);
        }

        return sum / labels.Length;
    }
}
