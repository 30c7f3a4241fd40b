namespace Infoscope.Engine.Feeding;

/// <summary>The mean of each feature as it moves from row to row, which overflows nowhere and costs two divisions a number.</summary>
internal sealed class GrowingMeans(int features)
{
    private readonly double[] means = new double[features];
    private long rows;

    /// <summary>Gets the means; 0 before the first row.</summary>
    public IReadOnlyList<double> Means => means;

    /// <summary>Adds a row of finite numbers.</summary>
    public void Add(ReadOnlySpan<double> row)
    {
        rows++;
        for (var j = 0; j < row.Length; j++) means[j] += (row[j] / rows) - (means[j] / rows);
    }
}
