namespace Infoscope.Plugins.Lasso.Gains;

/// <summary>Sets of context tokens as ascending places, so that equal sets give equal bits.</summary>
internal static class TokenSet
{
    /// <summary>Sorts places and checks that each is in the context and there once.</summary>
    /// <exception cref="ArgumentException">One is not.</exception>
    public static int[] Ascending(ReadOnlySpan<int> tokens, int contextTokens)
    {
        var sorted = tokens.ToArray();
        Array.Sort(sorted);
        for (var i = 0; i < sorted.Length; i++)
        {
            if (sorted[i] < 0 || sorted[i] >= contextTokens) throw new ArgumentException($"token {sorted[i]} is not in the context; allowed is 0 to {contextTokens - 1}.", nameof(tokens));
            if (i > 0 && sorted[i] == sorted[i - 1]) throw new ArgumentException($"token {sorted[i]} is in the set twice; name it once.", nameof(tokens));
        }

        return sorted;
    }

    /// <summary>Gives the tokens of the context that are not in an ascending set.</summary>
    public static int[] Complement(ReadOnlySpan<int> ascending, int contextTokens)
    {
        var rest = new int[contextTokens - ascending.Length];
        var (next, count) = (0, 0);
        for (var token = 0; token < contextTokens; token++)
        {
            if (next < ascending.Length && ascending[next] == token) next++;
            else rest[count++] = token;
        }

        return rest;
    }
}
