namespace Infoscope.Plugins.DiffusionSpectral.Clustering;

/// <summary>The parts of a graph between which there is no edge.</summary>
internal static class ConnectedComponents
{
    /// <summary>Gives the component of each vertex, numbered in the order of their first vertices.</summary>
    public static int[] Of(SparseMatrix graph)
    {
        var components = new int[graph.Size];
        Array.Fill(components, -1);
        var found = 0;
        var open = new Stack<int>();
        for (var start = 0; start < graph.Size; start++)
        {
            if (components[start] >= 0) continue;
            components[start] = found;
            open.Push(start);
            while (open.TryPop(out var vertex))
            {
                foreach (var next in graph.ColumnsOf(vertex))
                {
                    if (components[next] >= 0) continue;
                    components[next] = found;
                    open.Push(next);
                }
            }

            found++;
        }

        return components;
    }
}
