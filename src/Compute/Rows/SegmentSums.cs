namespace Infoscope.Compute;

/// <summary>Sums of the rows of each segment.</summary>
internal static class SegmentSums
{
    /// <summary>Adds each row to the row of its segment, in the order of the rows; a row in segment -1 is left out. Cost: O(rows (columns + log rows)).</summary>
    public static void AddTo(CpuMatrix sums, CpuMatrix matrix, ReadOnlySpan<int> segmentOfRow)
    {
        // Sorted by segment, then by row: each sum is read and stored once, however many segments there are.
        var order = new long[segmentOfRow.Length];
        for (var row = 0; row < order.Length; row++) order[row] = ((long)segmentOfRow[row] << 32) | (uint)row;
        Array.Sort(order);

        var sum = new double[matrix.Columns];
        var numbers = new double[matrix.Columns];
        for (int start = 0, end; start < order.Length; start = end)
        {
            var segment = (int)(order[start] >> 32);
            end = start + 1;
            while (end < order.Length && (int)(order[end] >> 32) == segment) end++;
            if (segment < 0) continue;
            sums.Read(segment, 0, sum);
            foreach (var key in order.AsSpan(start, end - start))
            {
                matrix.Read((int)(uint)key, 0, numbers);
                for (var column = 0; column < sum.Length; column++) sum[column] += numbers[column];
            }

            sums.Write(segment, 0, sum);
        }
    }
}
