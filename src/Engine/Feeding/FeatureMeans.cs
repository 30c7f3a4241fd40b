namespace Infoscope.Engine.Feeding;

/// <summary>The mean of each feature: of numbers whose sum is exact it is the number nearest to their mean, so that a row at the mean lies there to the bit.</summary>
/// <remarks>Sums with Neumaier's compensation; where a sum overflows, the mean as it grew, which does not.</remarks>
internal sealed class FeatureMeans(int features)
{
    private readonly double[] sums = new double[features];
    private readonly double[] lost = new double[features];
    private readonly double[] growing = new double[features];
    private long rows;

    /// <summary>Adds a row of finite numbers.</summary>
    public void Add(ReadOnlySpan<double> row)
    {
        rows++;
        for (var j = 0; j < row.Length; j++)
        {
            var sum = sums[j] + row[j];
            lost[j] += Math.Abs(sums[j]) >= Math.Abs(row[j]) ? sums[j] - sum + row[j] : row[j] - sum + sums[j];
            sums[j] = sum;
            growing[j] += (row[j] / rows) - (growing[j] / rows);
        }
    }

    /// <summary>Gives the means; NaN before the first row.</summary>
    public double[] Means() => [.. Enumerable.Range(0, sums.Length).Select(j => rows == 0 ? double.NaN : double.IsFinite(sums[j] + lost[j]) ? (sums[j] + lost[j]) / rows : growing[j])];
}
