namespace Infoscope.Plugins.Lasso.Selection;

/// <summary>Which context tokens are the same vector.</summary>
/// <remarks>The solution is not unique where columns repeat: their weight can be split among them at will. Cost O(k^2) for k tokens.</remarks>
internal sealed class TokenGroups
{
    private TokenGroups(int[] representatives, IReadOnlyList<IReadOnlyList<int>> merged)
    {
        Representatives = representatives;
        Merged = merged;
    }

    /// <summary>Gets the last token of every group, single tokens included, ascending.</summary>
    public int[] Representatives { get; }

    /// <summary>Gets the groups of two and more, each ascending.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Merged { get; }

    /// <summary>Groups the context tokens by the rows of a matrix, of inner products or of features; its last token, the target, belongs to none.</summary>
    /// <remarks>Two tokens are the same when their rows are equal: nothing in the matrix tells them apart. Zero tokens are left single.</remarks>
    /// <param name="rows">The rows of all tokens.</param>
    /// <param name="width">The length of a row.</param>
    /// <param name="energies">The squared norms of all tokens, equal for equal rows.</param>
    public static TokenGroups Find(ReadOnlySpan<double> rows, int width, ReadOnlySpan<double> energies)
    {
        var groups = new List<List<int>>();
        var candidates = new Dictionary<long, List<List<int>>>();
        for (var token = 0; token < energies.Length - 1; token++)
        {
            var energy = energies[token];
            var key = BitConverter.DoubleToInt64Bits(energy);
            if (!candidates.TryGetValue(key, out var sameKey)) candidates.Add(key, sameKey = []);
            List<int>? group = null;
            if (energy > 0)
            {
                foreach (var candidate in sameKey)
                {
                    if (!Row(rows, width, candidate[0]).SequenceEqual(Row(rows, width, token))) continue;
                    group = candidate;
                    break;
                }
            }

            if (group is null)
            {
                groups.Add(group = []);
                if (energy > 0) sameKey.Add(group);
            }

            group.Add(token);
        }

        int[] representatives = [.. groups.Select(group => group[^1])];
        Array.Sort(representatives);
        return new TokenGroups(representatives, [.. groups.Where(group => group.Count > 1)]);
    }

    private static ReadOnlySpan<double> Row(ReadOnlySpan<double> rows, int width, int token) => rows.Slice(token * width, width);
}
