using Infoscope.Engine.Inputs;

namespace Infoscope.Engine.Feeding;

/// <summary>The first pass over the used rows, when an estimator asks for what only a first pass can tell.</summary>
internal static class Survey
{
    private const int LargestReservoir = 1000;
    private const long BufferBytes = 8 << 20;

    /// <summary>Reads every row once, in double precision and in order.</summary>
    public static ActivationSurvey Of(ActivationSet set, long selectedRows, ulong seed, CancellationToken cancellation)
    {
        var source = set.Activations;
        var d = source.Features;
        var means = new FeatureMeans(d);
        var minimum = Enumerable.Repeat(double.PositiveInfinity, d).ToArray();
        var maximum = Enumerable.Repeat(double.NegativeInfinity, d).ToArray();
        var (smallestNorm, largestNorm, meanNorm) = (double.PositiveInfinity, 0.0, 0.0);
        long finite = 0, nonFinite = 0, zero = 0, rank = 0;
        var sampled = SampledRanks(selectedRows, seed);
        var reservoirRows = new List<long>();
        var reservoir = new List<double>();

        var blockRows = (int)Math.Clamp(BufferBytes / (8L * Math.Max(1, d)), 1, Math.Max(1, source.Rows));
        var buffer = new double[checked(blockRows * d)];
        for (var first = 0L; first < source.Rows; first += blockRows)
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = (int)Math.Min(blockRows, source.Rows - first);
            source.Read(first, buffer.AsSpan(0, rows * d));
            for (var i = 0; i < rows; i++)
            {
                if (set.Selected is { } selected && !selected[first + i]) continue;
                var isSampled = sampled.Contains(rank++);
                var row = buffer.AsSpan(i * d, d);
                if (!IsFinite(row))
                {
                    nonFinite++;
                    continue;
                }

                finite++;
                var norm = Norm(row);
                if (norm == 0) zero++;
                (smallestNorm, largestNorm) = (Math.Min(smallestNorm, norm), Math.Max(largestNorm, norm));
                meanNorm += (norm - meanNorm) / finite;
                means.Add(row);
                for (var j = 0; j < d; j++)
                {
                    minimum[j] = Math.Min(minimum[j], row[j]);
                    maximum[j] = Math.Max(maximum[j], row[j]);
                }

                if (!isSampled) continue;
                reservoirRows.Add(first + i);
                reservoir.AddRange(row);
            }
        }

        return new ActivationSurvey
        {
            Rows = rank,
            NonFiniteRows = nonFinite,
            ZeroRows = zero,
            Mean = means.Means(),
            Minimum = finite > 0 ? minimum : [.. minimum.Select(_ => double.NaN)],
            Maximum = finite > 0 ? maximum : [.. maximum.Select(_ => double.NaN)],
            SmallestNorm = finite > 0 ? smallestNorm : double.NaN,
            MeanNorm = finite > 0 ? meanNorm : double.NaN,
            LargestNorm = finite > 0 ? largestNorm : double.NaN,
            ReservoirRows = reservoirRows,
            Reservoir = reservoir.ToArray(),
        };
    }

    private static HashSet<long> SampledRanks(long rows, ulong seed)
    {
        var order = new KeyedPermutation(seed, "survey", rows);
        var sampled = new HashSet<long>();
        for (var place = 0L; place < Math.Min(rows, LargestReservoir); place++) sampled.Add(order[place]);
        return sampled;
    }

    private static bool IsFinite(ReadOnlySpan<double> row)
    {
        foreach (var value in row)
        {
            if (!double.IsFinite(value)) return false;
        }

        return true;
    }

    // Scaled by the largest magnitude, so that squares neither overflow nor vanish.
    private static double Norm(ReadOnlySpan<double> row)
    {
        var largest = 0.0;
        foreach (var value in row) largest = Math.Max(largest, Math.Abs(value));
        if (largest == 0) return 0;
        var squares = 0.0;
        foreach (var value in row) squares += value / largest * (value / largest);
        return largest * Math.Sqrt(squares);
    }
}
