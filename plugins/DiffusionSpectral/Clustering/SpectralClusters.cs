using Infoscope.Compute;

namespace Infoscope.Plugins.DiffusionSpectral.Clustering;

/// <summary>Spectral clusters: a partition that cuts few edges of the graph of nearest neighbours.</summary>
/// <remarks>
/// The rows are embedded by the eigenvectors of the normalized Laplacian with the smallest eigenvalues, scaled to those of the random walk, and assigned
/// by <see cref="PivotedAssignment"/>. A graph of at least as many components as clusters needs no eigenvectors, since every grouping of components cuts nothing: the largest
/// components are a class each and the last class holds all others, of equal size the one with the lower first row being taken for the larger.
/// Reference: U. von Luxburg, "A tutorial on spectral clustering", Statistics and Computing 17 (2007).
/// </remarks>
internal static class SpectralClusters
{
    /// <summary>Gives the cluster of each row, numbered in the order of their first rows. There are more rows than neighbours and than clusters.</summary>
    /// <exception cref="NumericalFailureException">The eigenvectors did not converge.</exception>
    public static int[] Of(ComputeSession compute, Points points, ReferenceSettings settings, RandomStream random, CancellationToken cancellation)
    {
        var graph = NeighbourGraph.Of(compute, points, settings.Neighbours, cancellation);
        var components = ConnectedComponents.Of(graph);
        if (components.Max() + 1 >= settings.Clusters) return InOrderOfFirstRow(LargestFirst(components, settings.Clusters));
        double[] inverseRoots = [.. graph.RowSums().Select(degree => 1 / Math.Sqrt(degree))];
        var embedding = LeadingEigenvectors.Of(graph.Scaled(inverseRoots), settings.Clusters, random, LeadingEigenvectors.UsualMostProducts, cancellation);
        for (var i = 0; i < embedding.Length; i++) embedding[i] *= inverseRoots[i / settings.Clusters];
        return InOrderOfFirstRow(PivotedAssignment.Of(embedding, points.Count, settings.Clusters));
    }

    private static int[] LargestFirst(int[] components, int clusters)
    {
        var clusterOf = components.CountBy(component => component).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key)
            .Select((pair, rank) => (pair.Key, Cluster: Math.Min(rank, clusters - 1))).ToDictionary(pair => pair.Key, pair => pair.Cluster);
        return [.. components.Select(component => clusterOf[component])];
    }

    private static int[] InOrderOfFirstRow(int[] clusters)
    {
        var renamed = new Dictionary<int, int>();
        foreach (var cluster in clusters) renamed.TryAdd(cluster, renamed.Count);
        return [.. clusters.Select(cluster => renamed[cluster])];
    }
}
