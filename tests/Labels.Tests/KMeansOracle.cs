namespace Infoscope.Plugins.Labels.Tests;

/// <summary>The definition of one run of k-means, word for word and with nothing saved.</summary>
internal static class KMeansOracle
{
    /// <summary>Gives the cluster of each row, numbered in order of first appearance.</summary>
    internal static int[] Of(double[][] rows, int clusters, RandomStream random)
    {
        var centres = new List<double[]> { rows[random.NextBelow(rows.Length)] };
        while (centres.Count < clusters)
        {
            var shares = rows.Select(row => centres.Min(centre => Distance(row, centre))).ToArray();
            var threshold = random.NextDouble() * shares.Sum();
            centres.Add(rows[Enumerable.Range(0, rows.Length).First(row => shares[..(row + 1)].Sum() > threshold)]);
        }

        var ids = Nearest(rows, centres);
        while (true)
        {
            var distances = rows.Select((row, place) => Distance(row, centres[ids[place]])).ToArray();
            for (var empty = 0; empty < clusters; empty++)
            {
                if (ids.Contains(empty)) continue;
                var farthest = Enumerable.Range(0, rows.Length).Where(row => ids.Count(id => id == ids[row]) > 1).MaxBy(row => distances[row]);
                (ids[farthest], distances[farthest]) = (empty, 0);
            }

            for (var cluster = 0; cluster < clusters; cluster++)
            {
                var members = rows.Where((_, row) => ids[row] == cluster).ToArray();
                centres[cluster] = [.. members[0].Select((_, feature) => members.Average(row => row[feature]))];
            }

            var moved = Nearest(rows, centres);
            if (moved.SequenceEqual(ids)) break;
            ids = moved;
        }

        var order = ids.Distinct().ToList();
        return [.. ids.Select(id => order.IndexOf(id))];
    }

    private static int[] Nearest(double[][] rows, List<double[]> centres) => [.. rows.Select(row => Enumerable.Range(0, centres.Count).MinBy(centre => Distance(row, centres[centre])))];

    private static double Distance(double[] left, double[] right) => left.Zip(right, (a, b) => (a - b) * (a - b)).Sum();
}
