namespace Infoscope.Plugins.Lasso.Comparison;

/// <summary>Draws sets of tokens.</summary>
internal static class RandomSets
{
    /// <summary>Draws sets of m of the given tokens without replacement, each set as likely as any other, ascending.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than m tokens, or no draw is asked for.</exception>
    public static int[][] Draw(ReadOnlySpan<int> from, int count, int draws, RandomStream random)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, from.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        var pool = from.ToArray();
        var sets = new int[draws][];
        for (var draw = 0; draw < draws; draw++)
        {
            for (var i = 0; i < count; i++)
            {
                var chosen = i + (int)random.NextBelow(pool.Length - i);
                (pool[i], pool[chosen]) = (pool[chosen], pool[i]);
            }

            sets[draw] = pool[..count];
            Array.Sort(sets[draw]);
        }

        return sets;
    }
}
