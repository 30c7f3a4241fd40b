namespace Infoscope.Plugins.Distributions.Rows;

/// <summary>Tells what a query can see.</summary>
internal static class CausalMask
{
    /// <summary>Tells whether in every head no query sees a later position: all entries above the diagonal are exactly 0. Cost: O(heads x length^2).</summary>
    public static bool Holds(ReadOnlySpan<float> attention, int heads, int length)
    {
        for (var row = 0; row < heads * length; row++)
        {
            var query = row % length;
            if (attention.Slice((row * length) + query + 1, length - query - 1).ContainsAnyExcept(0f)) return false;
        }

        return true;
    }
}
