using System.Globalization;

namespace Infoscope.Plugins.Labels;

/// <summary>Labels each row with its cluster in a reference array, found by k-means.</summary>
/// <remarks>
/// <c>kmeans:K:FILE[:restarts=R]</c>, FILE having the shape (rows, features) or (sequences, length, features). Clusters are numbered in order of first appearance. A row that holds NaN or an
/// infinity has no label, which a note counts; fewer distinct rows than K give fewer clusters, with a note. The same seed gives the same labels on every machine. Cost: O(R x iterations x rows x K x
/// features) time, iterations being at most 300, and a copy of the array in double precision. References: Lloyd, "Least squares quantization in PCM" (1982); Arthur and Vassilvitskii, "k-means++" (SODA 2007).
/// </remarks>
[LabelSource("kmeans", Summary = "The k-means cluster of a row in a reference array.")]
[LabelArgument(0, Clusters, LabelArgumentKind.Count, Summary = "The number of clusters, at least 2.")]
[LabelArgument(1, Reference, LabelArgumentKind.Array, Summary = "The rows to cluster, shape (rows, features) or (sequences, length, features).")]
[LabelArgument(2, Restarts, LabelArgumentKind.Count, Optional = true, Summary = "How many starts the best is taken of, 10 by default.")]
public sealed class KMeansSource : ILabelSource
{
    private const string Clusters = "k", Reference = "rows", Restarts = "restarts";
    private const long DefaultRestarts = 10;

    /// <inheritdoc/>
    public LabelSet Derive(LabelRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var clusters = request.Count(Clusters);
        if (clusters < 2) throw new OptionException($"{request.Source}: k is {clusters}; clusters are at least 2.");
        var restarts = request.Has(Restarts) ? request.Count(Restarts) : DefaultRestarts;
        if (restarts < 1) throw new OptionException($"{request.Source}: restarts is {restarts}; k-means starts at least once.");
        var array = request.Array(Reference);
        if (array.Shape.Count is not (2 or 3) || array.Shape[^1] == 0)
        {
            throw new ActivationShapeException(
                $"{request.Source}: {array.Source} has shape {ArrayShape.Text(array.Shape)}; rows to cluster have the shape (rows, features) or (sequences, length, features), with at least 1 feature.");
        }

        var points = ClusterPoints.Of(array);
        if (points.Count == 0) throw new OptionException($"{request.Source}: {array.Source} has no row of finite numbers, so no row would have a label; check the array.");
        var best = KMeans.Run(points, (int)Math.Min(clusters, points.Count), request.Random("restart/0"));
        for (var restart = 1L; restart < restarts; restart++)
        {
            var other = KMeans.Run(points, (int)Math.Min(clusters, points.Count), request.Random(string.Create(CultureInfo.InvariantCulture, $"restart/{restart}")));
            if (other.Inertia < best.Inertia) best = other;
        }

        var rows = (int)(array.Length / array.Shape[^1]);
        var ids = new int[rows];
        Array.Fill(ids, -1);
        var numbers = new Dictionary<int, int>();
        for (var point = 0; point < points.Count; point++)
        {
            numbers.TryAdd(best.Clusters[point], numbers.Count);
            ids[points.RowOf(point)] = numbers[best.Clusters[point]];
        }

        var notes = new List<string>();
        if (points.Count < rows) notes.Add($"{rows - points.Count} of {rows} rows of {array.Source} are not finite and have no label");
        if (numbers.Count < clusters) notes.Add($"k-means of {array.Source} found {numbers.Count} clusters, not {clusters}");
        if (!best.Settled) notes.Add($"k-means of {array.Source} was still moving after {KMeans.MostIterations} iterations");
        return new LabelSet([.. array.Shape.SkipLast(1)], ids, [.. Enumerable.Range(0, numbers.Count).Select(number => number.ToString(CultureInfo.InvariantCulture))]) { Notes = notes };
    }
}
