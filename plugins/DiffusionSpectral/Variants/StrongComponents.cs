namespace Infoscope.Plugins.DiffusionSpectral.Variants;

/// <summary>The sets of indices that reach one another along elements of a matrix that are not 0.</summary>
/// <remarks>
/// Ordered by them, the matrix is block triangular, so its eigenvalues are those of the blocks on the diagonal. A point that is no other's neighbour is a block by
/// itself; taken with the rest, many of them would be one eigenvalue with few eigenvectors, which rounding scatters.
/// </remarks>
internal static class StrongComponents
{
    /// <summary>Gives the components, each with its indices in order. Cost: O(n^2).</summary>
    /// <param name="matrix">The (size, size) matrix, row-major; row i leads to column j where the element is not 0.</param>
    /// <param name="size">The order.</param>
    public static IReadOnlyList<int[]> Of(ReadOnlySpan<double> matrix, int size)
    {
        // Kosaraju's two searches: the last index to be left forwards is the first to collect what reaches it.
        var visited = new bool[size];
        var left = new List<int>(size);
        for (var root = 0; root < size; root++) Search(matrix, size, root, rowStep: size, columnStep: 1, visited, left);
        Array.Clear(visited);
        var components = new List<int[]>();
        for (var i = size - 1; i >= 0; i--)
        {
            var component = new List<int>();
            Search(matrix, size, left[i], rowStep: 1, columnStep: size, visited, component);
            if (component.Count > 0) components.Add([.. component.Order()]);
        }

        return components;
    }

    /// <summary>Searches depth first from a root and adds every index that was not visited before, in the order in which they are left.</summary>
    private static void Search(ReadOnlySpan<double> matrix, int size, int root, int rowStep, int columnStep, bool[] visited, List<int> left)
    {
        if (visited[root]) return;
        visited[root] = true;
        var path = new Stack<(int Index, int Next)>([(root, 0)]);
        while (path.TryPop(out var place))
        {
            var next = place.Next;
            while (next < size && (visited[next] || matrix[(place.Index * rowStep) + (next * columnStep)] == 0)) next++;
            if (next == size)
            {
                left.Add(place.Index);
                continue;
            }

            visited[next] = true;
            path.Push((place.Index, next + 1));
            path.Push((next, 0));
        }
    }
}
