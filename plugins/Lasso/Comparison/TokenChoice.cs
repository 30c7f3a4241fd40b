using Infoscope.Plugins.Lasso.Gains;

namespace Infoscope.Plugins.Lasso.Comparison;

/// <summary>The tokens that a selection and an attention each put first, and as many at random.</summary>
internal sealed class TokenChoice
{
    private TokenChoice(int contextTokens, int[] selected, int[]? attended, int[][] random, int[][]? others)
    {
        ContextTokens = contextTokens;
        Selected = selected;
        Attended = attended;
        Random = random;
        Others = others;
    }

    /// <summary>Gets the number k of tokens to choose from.</summary>
    public int ContextTokens { get; }

    /// <summary>Gets the m selected tokens, the first in rank first.</summary>
    public int[] Selected { get; }

    /// <summary>Gets the m tokens with the most attention, the first in rank first; null without attention.</summary>
    public int[]? Attended { get; }

    /// <summary>Gets random sets of m tokens.</summary>
    public int[][] Random { get; }

    /// <summary>Gets random sets of m of the tokens that are not selected; null when those are fewer than m.</summary>
    public int[][]? Others { get; }

    /// <summary>Sets m selected of k tokens beside as many by attention and by chance.</summary>
    /// <param name="selected">The places of the selected tokens in order of rank.</param>
    /// <param name="contextTokens">The number k of tokens to choose from.</param>
    /// <param name="attention">The attention that the target pays to each of them; null for none.</param>
    /// <param name="draws">The number of random sets of either kind.</param>
    /// <param name="random">The stream they are drawn from.</param>
    /// <exception cref="ArgumentException">A token is not in the context or selected twice, attention is not paid to k tokens, or it is not a number.</exception>
    public static TokenChoice Of(ReadOnlySpan<int> selected, int contextTokens, double[]? attention, int draws, RandomStream random)
    {
        if (attention is not null && attention.Length != contextTokens)
            throw new ArgumentException($"attention is paid to {attention.Length} tokens; the context has {contextTokens}.", nameof(attention));
        var count = selected.Length;
        int[] all = [.. Enumerable.Range(0, contextTokens)];
        var others = TokenSet.Complement(TokenSet.Ascending(selected, contextTokens), contextTokens);
        return new TokenChoice(
            contextTokens,
            selected.ToArray(),
            attention is null ? null : TokenRanking.Of(attention)[..count],
            RandomSets.Draw(all, count, draws, random),
            others.Length < count ? null : RandomSets.Draw(others, count, draws, random));
    }
}
