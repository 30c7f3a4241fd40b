using System.Runtime.Intrinsics;

namespace Infoscope.Plugins.Labels;

/// <summary>One run of k-means: a start by k-means++ and Lloyd's iterations.</summary>
internal sealed class KMeans
{
    internal const int MostIterations = 300;

    private readonly ClusterPoints points;
    private readonly Vector256<double>[] centres;
    private readonly double[] distances;
    private readonly int[] sizes;

    private KMeans(ClusterPoints points, int most)
    {
        this.points = points;
        centres = new Vector256<double>[most * points.Width];
        sizes = new int[most];
        distances = new double[points.Count];
        Clusters = new int[points.Count];
    }

    /// <summary>Gets the cluster of each point, not yet numbered in order of appearance.</summary>
    internal int[] Clusters { get; }

    /// <summary>Gets the sum of squared distances of the points from the centres of their clusters, in the points' scale.</summary>
    internal double Inertia => distances.Sum();

    /// <summary>Gets whether the clusters stayed as they were before the most iterations were done.</summary>
    internal bool Settled { get; private set; }

    /// <summary>Runs k-means; fewer distinct points than clusters give fewer clusters.</summary>
    internal static KMeans Run(ClusterPoints points, int clusters, RandomStream random)
    {
        var run = new KMeans(points, clusters);
        var count = run.Start(clusters, random);
        run.Assign(count);
        for (var iteration = 0; iteration < MostIterations && !run.Settled; iteration++)
        {
            run.FillEmpty(count);
            run.MoveCentres(count);
            run.Settled = !run.Assign(count);
        }

        return run;
    }

    private Span<Vector256<double>> Centre(int cluster) => centres.AsSpan(cluster * points.Width, points.Width);

    /// <summary>Draws centres among the points, each with a chance that grows with its squared distance from the ones before; gives how many.</summary>
    private int Start(int clusters, RandomStream random)
    {
        points[(int)random.NextBelow(points.Count)].CopyTo(Centre(0));
        Array.Fill(distances, double.PositiveInfinity);
        for (var count = 1; count < clusters; count++)
        {
            var total = 0.0;
            for (var point = 0; point < distances.Length; point++)
            {
                distances[point] = Math.Min(distances[point], ClusterPoints.SquaredDistance(points[point], Centre(count - 1)));
                total += distances[point];
            }

            // Every point is a centre already.
            if (total == 0) return count;
            points[Drawn(random.NextDouble() * total)].CopyTo(Centre(count));
        }

        return clusters;
    }

    private int Drawn(double threshold)
    {
        var sum = 0.0;
        var last = 0;
        for (var point = 0; point < distances.Length; point++)
        {
            if (distances[point] == 0) continue;
            last = point;
            sum += distances[point];
            if (sum > threshold) break;
        }

        return last;
    }

    /// <summary>Gives each point to the nearest centre, the first of several; tells whether one changed its cluster.</summary>
    private bool Assign(int count)
    {
        var changed = false;
        for (var point = 0; point < distances.Length; point++)
        {
            var values = points[point];
            var (nearest, least) = (0, double.PositiveInfinity);
            for (var cluster = 0; cluster < count; cluster++)
            {
                var distance = ClusterPoints.SquaredDistance(values, Centre(cluster));
                if (distance < least) (nearest, least) = (cluster, distance);
            }

            changed |= Clusters[point] != nearest;
            Clusters[point] = nearest;
            distances[point] = least;
        }

        return changed;
    }

    /// <summary>Gives each empty cluster the point that is farthest from its centre, the first of several, out of a cluster that keeps another.</summary>
    private void FillEmpty(int count)
    {
        Array.Clear(sizes);
        foreach (var cluster in Clusters) sizes[cluster]++;
        for (var empty = 0; empty < count; empty++)
        {
            if (sizes[empty] > 0) continue;
            var farthest = -1;
            for (var point = 0; point < distances.Length; point++)
            {
                if (sizes[Clusters[point]] > 1 && (farthest < 0 || distances[point] > distances[farthest])) farthest = point;
            }

            sizes[Clusters[farthest]]--;
            sizes[empty]++;
            Clusters[farthest] = empty;
            distances[farthest] = 0;
        }
    }

    private void MoveCentres(int count)
    {
        Array.Clear(centres);
        for (var point = 0; point < Clusters.Length; point++)
        {
            var centre = Centre(Clusters[point]);
            var values = points[point];
            for (var i = 0; i < centre.Length; i++) centre[i] += values[i];
        }

        for (var cluster = 0; cluster < count; cluster++)
        {
            var centre = Centre(cluster);
            for (var i = 0; i < centre.Length; i++) centre[i] /= Vector256.Create((double)sizes[cluster]);
        }
    }
}
