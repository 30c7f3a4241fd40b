namespace Infoscope.Plugins.Distributions.Rows;

/// <summary>Tells what a query can see.</summary>
internal static class CausalMask
{
    /// <summary>Tells whether in every head no query sees a later position: all entries of its row right of the diagonal are exactly 0. Cost: O(heads x queries x length).</summary>
    /// <param name="attention">The attention of each head, one after the other.</param>
    /// <param name="heads">The number of heads.</param>
    /// <param name="length">The number of positions.</param>
    /// <param name="queries">The positions whose rows count; those of others, such as of padding, may hold anything.</param>
    public static bool Holds(ReadOnlySpan<float> attention, int heads, int length, ReadOnlySpan<int> queries)
    {
        for (var head = 0; head < heads; head++)
        {
            foreach (var query in queries)
            {
                if (attention.Slice((((head * length) + query) * length) + query + 1, length - query - 1).ContainsAnyExcept(0f)) return false;
            }
        }

        return true;
    }
}
