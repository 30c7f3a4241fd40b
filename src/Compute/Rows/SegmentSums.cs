using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Compute;

/// <summary>Sums of the rows of each segment.</summary>
internal static class SegmentSums
{
    /// <summary>Adds each row to the row of its segment, in the order of the rows; a row in segment -1 is left out. Cost: O(rows x columns + segments).</summary>
    public static void AddTo(CpuMatrix sums, CpuMatrix matrix, ReadOnlySpan<int> segmentOfRow)
    {
        // Sorted by segment, then by row: each sum is read and stored once, however many segments there are.
        var order = InOrder(segmentOfRow, sums.Rows, out var ends);
        var sum = new double[matrix.Columns];
        var numbers = new double[matrix.Columns];
        var first = 0;
        for (var segment = 0; segment < ends.Length; segment++)
        {
            var end = ends[segment];
            if (first == end) continue;
            sums.Read(segment, 0, sum);
            for (; first < end; first++)
            {
                matrix.Read(order[first], 0, numbers);
                Add(sum, numbers);
            }

            sums.Write(segment, 0, sum);
        }
    }

    // Counts, then places.
    private static int[] InOrder(ReadOnlySpan<int> segmentOfRow, int segments, out int[] ends)
    {
        ends = new int[segments];
        var labelled = 0;
        foreach (var segment in segmentOfRow)
        {
            if (segment < 0) continue;
            ends[segment]++;
            labelled++;
        }

        var before = 0;
        foreach (ref var end in ends.AsSpan()) (end, before) = (before, before + end);
        var order = new int[labelled];
        for (var row = 0; row < segmentOfRow.Length; row++)
        {
            if (segmentOfRow[row] >= 0) order[ends[segmentOfRow[row]]++] = row;
        }

        return order;
    }

    private static void Add(Span<double> sum, ReadOnlySpan<double> numbers)
    {
        var sums = MemoryMarshal.Cast<double, Vector512<double>>(sum);
        var terms = MemoryMarshal.Cast<double, Vector512<double>>(numbers);
        for (var i = 0; i < sums.Length && i < terms.Length; i++) sums[i] += terms[i];
        for (var i = sums.Length * Vector512<double>.Count; i < sum.Length; i++) sum[i] += numbers[i];
    }
}
