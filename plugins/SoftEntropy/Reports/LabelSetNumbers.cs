using Infoscope.Plugins.SoftEntropy.Sums;

namespace Infoscope.Plugins.SoftEntropy.Reports;

/// <summary>The numbers of one label set in one part, in nats, computed from its sums. Cost: O(labels x anchors) time, and no more memory than a number per label.</summary>
internal sealed class LabelSetNumbers
{
    /// <summary>Computes the numbers of a label set that has a usable row.</summary>
    /// <param name="labels">The sums of the labels.</param>
    /// <param name="slots">The slots of the labels, in increasing order of the labels.</param>
    /// <param name="spread">The spread of all their rows; null for a null label set.</param>
    /// <param name="part">The part.</param>
    /// <param name="layout">Where the part lies in the sums.</param>
    public LabelSetNumbers(LabelSums labels, int[] slots, RowSpread? spread, int part, AssignmentLayout layout)
    {
        Rows = labels.Rows;
        var means = new LabelMeans(labels, slots, part, layout);
        var (marginal, middle) = (means.Marginal, means.Middle);
        var (logMarginal, logMiddle) = (new double[means.Length], new double[means.Length]);
        Entropies.Logarithms(marginal, logMarginal);
        Entropies.Logarithms(middle, logMiddle);
        EntropyNats = Entropies.Entropy(marginal, logMarginal);

        var (mean, logMean, meanOfOthers) = (new double[means.Length], new double[means.Length], new double[means.Length]);
        var shares = new double[slots.Length];
        double oneAgainstRest = 0;
        LabelEntropiesNats = new double[slots.Length];
        for (var i = 0; i < slots.Length; i++)
        {
            means.Of(i, mean, meanOfOthers);
            Entropies.Logarithms(mean, logMean);
            var share = shares[i] = (double)labels.RowsOf(slots[i]) / Rows;
            var entropy = LabelEntropiesNats[i] = Entropies.Entropy(mean, logMean);
            ConditionalEntropyNats += share * entropy;
            UnweightedConditionalEntropyNats += entropy / slots.Length;
            InformationNats += share * Entropies.Divergence(mean, logMean, marginal, logMarginal);
            UniformDivergenceNats += Entropies.Divergence(mean, logMean, middle, logMiddle) / slots.Length;
            if (slots.Length > 1) oneAgainstRest += Entropies.JensenShannon(mean, logMean, meanOfOthers);
        }

        LabelEntropyNats = Entropies.Entropy(shares);
        if (slots.Length > 1) OneAgainstRestNats = oneAgainstRest / slots.Length;
        if (spread is null) return;
        // The difference of two entropies rounds, below 0 where all rows are alike; the information is never above it. With one row there is no difference.
        ChannelCeilingNats = Rows == 1 ? 0 : Math.Max(InformationNats, EntropyNats - spread.EntropyNats(part) / Rows);
        NullBiasNats = (slots.Length - 1) * spread.RelativeVariance(part, marginal.AsSpan(0, layout.Anchors), Rows) / (2.0 * Rows);
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
}
