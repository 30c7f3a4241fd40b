using System.Numerics;
using System.Runtime.InteropServices;

namespace Infoscope.Engine.Feeding;

/// <summary>The mean of each feature: of numbers whose sum is exact it is the number nearest to their mean, so that a row at the mean lies there to the bit.</summary>
/// <remarks>Sums with Neumaier's compensation.</remarks>
internal sealed class FeatureMeans(int features)
{
    private readonly double[] sums = new double[features];
    private readonly double[] lost = new double[features];
    private long rows;

    /// <summary>Gets whether a sum is beyond the largest double, so that its mean is not to be had of it.</summary>
    public bool Overflowed => sums.Where((sum, j) => !double.IsFinite(sum + lost[j])).Any();

    /// <summary>Adds a row of finite numbers.</summary>
    public void Add(ReadOnlySpan<double> row)
    {
        rows++;
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(row);
        var sumVectors = MemoryMarshal.Cast<double, Vector<double>>(sums.AsSpan());
        var lostVectors = MemoryMarshal.Cast<double, Vector<double>>(lost.AsSpan());
        for (var i = 0; i < vectors.Length; i++)
        {
            var (value, before) = (vectors[i], sumVectors[i]);
            var sum = before + value;
            var isLarger = Vector.GreaterThanOrEqual(Vector.Abs(before), Vector.Abs(value));
            lostVectors[i] += Vector.ConditionalSelect(isLarger, before - sum + value, value - sum + before);
            sumVectors[i] = sum;
        }

        for (var j = vectors.Length * Vector<double>.Count; j < row.Length; j++)
        {
            var sum = sums[j] + row[j];
            lost[j] += Math.Abs(sums[j]) >= Math.Abs(row[j]) ? sums[j] - sum + row[j] : row[j] - sum + sums[j];
            sums[j] = sum;
        }
    }

    /// <summary>Gives the means; NaN before the first row.</summary>
    /// <param name="growing">Those of the same rows as they grew, in place of the ones whose sums overflowed; may be null where none did.</param>
    public double[] Means(GrowingMeans? growing) =>
        [.. Enumerable.Range(0, sums.Length).Select(j => rows == 0 ? double.NaN : double.IsFinite(sums[j] + lost[j]) ? (sums[j] + lost[j]) / rows : growing!.Means[j])];
}
