namespace Infoscope.Plugins.DiffusionSpectral.LabelInformation;

/// <summary>Uniform subsets without replacement: a function of the seed, the size, the class's place among those of its size, and the repetition.</summary>
/// <param name="open">Opens a random stream of a purpose.</param>
internal sealed class RandomSubsets(Func<string, RandomStream> open) : ISubsets
{
    /// <inheritdoc/>
    /// <remarks>R. W. Floyd's algorithm: one number for each point drawn.</remarks>
    public int[] Draw(int size, int ordinal, int repetition, int count)
    {
        var random = open($"subset/size {size}/class {ordinal}/repetition {repetition}");
        var drawn = new HashSet<int>(size);
        for (var last = count - size; last < count; last++)
        {
            var candidate = (int)random.NextBelow(last + 1);
            if (!drawn.Add(candidate)) drawn.Add(last);
        }

        // Sorted, so that the subset of all points is the points as they are.
        var subset = drawn.ToArray();
        Array.Sort(subset);
        return subset;
    }
}
