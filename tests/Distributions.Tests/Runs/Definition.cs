namespace Infoscope.Plugins.Distributions.Tests.Runs;

/// <summary>The definition in two passes over all rows, the divergence as the mean of those from the mean row.</summary>
internal sealed record Definition(double Mean, double Deviation, double OfMean, double Divergence)
{
    public static Definition Of(IReadOnlyList<double[]> rows)
    {
        double[][] shares = [.. rows.Select(row => row.Select(value => value / row.Sum()).ToArray())];
        double[] middle = [.. Enumerable.Range(0, rows[0].Length).Select(column => shares.Average(row => row[column]))];
        double[] entropies = [.. shares.Select(Entropy)];
        var mean = entropies.Average();
        var divergence = shares.Average(row => row.Zip(middle).Sum(pair => pair is { First: > 0, Second: > 0 } ? pair.First * (Math.Log(pair.First) - Math.Log(pair.Second)) : 0));
        return new Definition(mean, Math.Sqrt(entropies.Sum(one => (one - mean) * (one - mean)) / (rows.Count - 1)), Entropy(middle), divergence);
    }

    private static double Entropy(double[] shares) => shares.Where(share => share > 0).Sum(share => -share * Math.Log(share));
}
