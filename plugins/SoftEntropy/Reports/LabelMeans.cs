using Infoscope.Plugins.SoftEntropy.Sums;

namespace Infoscope.Plugins.SoftEntropy.Reports;

/// <summary>The mean assignments of the labels in one part: of each label, of all rows, of all labels with equal weight, and of all rows but those of one label.</summary>
internal sealed class LabelMeans
{
    private readonly LabelSums labels;
    private readonly int[] slots;
    private readonly int part;
    private readonly double[] total;

    // For each anchor the label with the largest sum, and what all others add up to: total less that sum would cancel, where one label has most of an anchor.
    private readonly int[] largestLabel;
    private readonly double[] withoutLargest;

    /// <summary>Adds up the labels in the order of their slots.</summary>
    public LabelMeans(LabelSums labels, int[] slots, int part, AssignmentLayout layout)
    {
        (this.labels, this.slots, this.part) = (labels, slots, part);
        total = new double[layout.Anchors];
        largestLabel = new int[layout.Anchors];
        withoutLargest = new double[layout.Anchors];
        Middle = new double[layout.Anchors];
        var (largest, mean) = (new double[layout.Anchors], new double[layout.Anchors]);
        for (var i = 0; i < slots.Length; i++)
        {
            var sums = labels.Of(slots[i], part);
            Vectors.Add(total, sums);
            Vectors.Divide(sums, labels.RowsOf(slots[i]), mean);
            Vectors.Add(Middle, mean);
            for (var anchor = 0; anchor < sums.Length; anchor++)
            {
                if (sums[anchor] > largest[anchor]) (largest[anchor], largestLabel[anchor]) = (sums[anchor], i);
            }
        }

        Vectors.Divide(Middle, slots.Length, Middle);

        // From the labels' own sums, so that with one label P has the bits of Q and the information is exactly 0.
        Marginal = new double[layout.Anchors];
        Vectors.Divide(total, labels.Rows, Marginal);
        for (var i = 0; i < slots.Length; i++)
        {
            var sums = labels.Of(slots[i], part);
            for (var anchor = 0; anchor < sums.Length; anchor++) withoutLargest[anchor] += largestLabel[anchor] == i ? 0 : sums[anchor];
        }
    }

    /// <summary>Gets the mean of all rows.</summary>
    public double[] Marginal { get; }

    /// <summary>Gets the mean of the labels' means with equal weight.</summary>
    public double[] Middle { get; }

    /// <summary>Writes the mean of a label.</summary>
    public void Of(int label, Span<double> mean) => Vectors.Divide(labels.Of(slots[label], part), labels.RowsOf(slots[label]), mean);

    /// <summary>Writes the mean of all rows but those of a label; there must be another.</summary>
    public void OfOthers(int label, Span<double> mean)
    {
        var sums = labels.Of(slots[label], part);
        for (var anchor = 0; anchor < mean.Length; anchor++) mean[anchor] = largestLabel[anchor] == label ? withoutLargest[anchor] : total[anchor] - sums[anchor];
        Vectors.Divide(mean, labels.Rows - labels.RowsOf(slots[label]), mean);
    }
}
