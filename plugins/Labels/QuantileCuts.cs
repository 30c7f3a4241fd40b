namespace Infoscope.Plugins.Labels;

/// <summary>Cuts sorted distinct values into bins of counts as equal as their ties allow.</summary>
internal static class QuantileCuts
{
    /// <summary>Gives the index of the first value of each bin.</summary>
    /// <remarks>
    /// At the end no cut can be moved so that the two bins beside it come closer to each other. Cuts start at the quantiles, where a value that fills more than a share of the rows counts as one share
    /// and the other rows share the rest; without ties they stay there. Every move lowers the sum of the squared counts, so it ends.
    /// </remarks>
    /// <param name="counts">How often each value occurs, in order of the values.</param>
    /// <param name="bins">The number of bins, 1 to the number of values.</param>
    internal static int[] Of(ReadOnlySpan<int> counts, int bins)
    {
        var cuts = Quantiles(counts, bins);
        var below = Cumulated(counts, long.MaxValue, 1);
        bool moved;
        do
        {
            moved = false;
            for (var bin = 1; bin < bins; bin++)
            {
                var first = cuts[bin - 1];
                var end = bin + 1 < bins ? cuts[bin + 1] : counts.Length;
                var twiceMiddle = below[first] + below[end];
                var best = Nearest(below, twiceMiddle, 2, first + 1, end - 1);
                if (Math.Abs((2 * below[best]) - twiceMiddle) >= Math.Abs((2 * below[cuts[bin]]) - twiceMiddle)) continue;
                cuts[bin] = best;
                moved = true;
            }
        }
        while (moved);
        return cuts;
    }

    private static int[] Quantiles(ReadOnlySpan<int> counts, int bins)
    {
        // The share is rows / parts of what the heavy values, which fill more than a share each, leave.
        var heaviest = counts.ToArray();
        Array.Sort(heaviest, (left, right) => right.CompareTo(left));
        var (rows, parts) = (0L, (long)bins);
        foreach (var count in counts) rows += count;
        foreach (var count in heaviest)
        {
            if (count * parts <= rows) break;
            rows -= count;
            parts--;
        }

        // In units of 1 / parts rows a share is the number of rows, so that all is exact.
        var below = Cumulated(counts, rows, parts);
        var cuts = new int[bins];
        for (var bin = 1; bin < bins; bin++) cuts[bin] = Nearest(below, bin * rows, 1, cuts[bin - 1] + 1, counts.Length - bins + bin);
        return cuts;
    }

    /// <summary>Sums the counts below each value, and all of them, each count times a factor and at most a limit.</summary>
    private static long[] Cumulated(ReadOnlySpan<int> counts, long limit, long factor)
    {
        var below = new long[counts.Length + 1];
        for (var value = 0; value < counts.Length; value++) below[value + 1] = below[value] + Math.Min(counts[value] * factor, limit);
        return below;
    }

    /// <summary>Gives the place from first to last whose sum times a factor is nearest to a target, the lower of two.</summary>
    private static int Nearest(long[] below, long target, long factor, int first, int last)
    {
        var (low, high) = (first, last);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (below[middle] * factor < target) low = middle + 1;
            else high = middle;
        }

        return low > first && target - (below[low - 1] * factor) <= Math.Abs((below[low] * factor) - target) ? low - 1 : low;
    }
}
