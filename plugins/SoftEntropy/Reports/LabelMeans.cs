using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Infoscope.Plugins.SoftEntropy.Sums;

namespace Infoscope.Plugins.SoftEntropy.Reports;

/// <summary>The mean assignments of the labels in one part: of each label, of all rows, of all labels with equal weight, and of all rows but those of one label.</summary>
/// <remarks>All have zeros up to a whole number of vectors.</remarks>
internal sealed class LabelMeans
{
    private readonly LabelSums labels;
    private readonly int[] slots;
    private readonly int part;
    private readonly double[] sums;
    private readonly double[] total;

    // For each anchor the label with the largest sum, and what all others add up to: total less that sum would cancel, where one label has most of an anchor.
    private readonly double[] largestLabel;
    private readonly double[] withoutLargest;

    /// <summary>Adds up the labels in the order of their slots.</summary>
    public LabelMeans(LabelSums labels, int[] slots, int part, AssignmentLayout layout)
    {
        (this.labels, this.slots, this.part) = (labels, slots, part);
        Length = Entropies.PaddedLength(layout.Anchors);
        (sums, total, largestLabel, withoutLargest) = (new double[Length], new double[Length], new double[Length], new double[Length]);
        (Marginal, Middle) = (new double[Length], new double[Length]);
        var (largest, mean) = (new double[Length], new double[Length]);
        for (var label = 0; label < slots.Length; label++)
        {
            labels.Of(slots[label], part).CopyTo(sums);
            Vectors.Add(total, sums);
            Vectors.Divide(sums, labels.RowsOf(slots[label]), mean);
            Vectors.Add(Middle, mean);
            FindLargest(label, largest);
        }

        Vectors.Divide(Middle, slots.Length, Middle);

        // From the labels' own sums, so that with one label P has the bits of Q and the information is exactly 0.
        Vectors.Divide(total, labels.Rows, Marginal);
        for (var label = 0; label < slots.Length; label++)
        {
            labels.Of(slots[label], part).CopyTo(sums);
            AddUnlessLargest(label);
        }
    }

    /// <summary>Gets the number of elements of a mean, the anchors and zeros after them.</summary>
    public int Length { get; }

    /// <summary>Gets the mean of all rows.</summary>
    public double[] Marginal { get; }

    /// <summary>Gets the mean of the labels' means with equal weight.</summary>
    public double[] Middle { get; }

    /// <summary>Writes the mean of a label, and that of all rows but the label's; zeros if there is no other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Of(int label, Span<double> mean, Span<double> meanOfOthers)
    {
        labels.Of(slots[label], part).CopyTo(sums);
        double rows = labels.RowsOf(slots[label]);
        Vectors.Divide(sums, rows, mean);
        if (slots.Length == 1) return;
        var all = Wide(total);
        var own = Wide(sums);
        var largest = Wide(largestLabel);
        var without = Wide(withoutLargest);
        var others = MemoryMarshal.Cast<double, Vector512<double>>(meanOfOthers);
        for (var i = 0; i < all.Length; i++)
        {
            var isLargest = Vector512.Equals(largest[i], Vector512.Create((double)label));
            others[i] = Vector512.ConditionalSelect(isLargest, without[i], all[i] - own[i]) / (labels.Rows - rows);
        }
    }

    private static Span<Vector512<double>> Wide(double[] numbers) => MemoryMarshal.Cast<double, Vector512<double>>(numbers.AsSpan());

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindLargest(int label, double[] largest)
    {
        var own = Wide(sums);
        var most = Wide(largest);
        var which = Wide(largestLabel);
        for (var i = 0; i < own.Length; i++)
        {
            var isLarger = Vector512.GreaterThan(own[i], most[i]);
            most[i] = Vector512.ConditionalSelect(isLarger, own[i], most[i]);
            which[i] = Vector512.ConditionalSelect(isLarger, Vector512.Create((double)label), which[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddUnlessLargest(int label)
    {
        var own = Wide(sums);
        var which = Wide(largestLabel);
        var without = Wide(withoutLargest);
        for (var i = 0; i < own.Length; i++)
            without[i] += Vector512.ConditionalSelect(Vector512.Equals(which[i], Vector512.Create((double)label)), Vector512<double>.Zero, own[i]);
    }
}
