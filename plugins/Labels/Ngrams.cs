namespace Infoscope.Plugins.Labels;

/// <summary>Turns sequences of token ids into n-gram labels.</summary>
internal static class Ngrams
{
    private const int None = -1;

    /// <summary>Labels each position with its n-gram, numbered in order of first appearance; -1 where there is none.</summary>
    /// <exception cref="OptionException">No position has a label.</exception>
    internal static LabelSet Label(TokenSequences tokens)
    {
        var (grams, count) = GramAtEachEnd(tokens);
        var labels = new int[grams.Length];
        var labelOfGram = new int[count];
        Array.Fill(labelOfGram, None);
        var firstEnds = new List<int>();
        for (var row = 0; row < labels.Length; row++)
        {
            var end = row + tokens.Ahead;
            if (row % tokens.Length + tokens.Ahead >= tokens.Length || grams[end] == None)
            {
                labels[row] = None;
                continue;
            }

            ref var label = ref labelOfGram[grams[end]];
            if (label == None)
            {
                label = firstEnds.Count;
                firstEnds.Add(end);
            }

            labels[row] = label;
        }

        if (firstEnds.Count == 0)
        {
            throw new OptionException(
                $"{tokens.Source}: no position has a label, because no sequence of {tokens.Tokens.Source} has such an n-gram without the pad {tokens.Pad}; use a smaller n, or check the pad.");
        }

        return new LabelSet(tokens.Tokens.Shape, labels, new NgramNames(tokens.Tokens, tokens.Order, [.. firstEnds])) { IsSequenceDerived = true };
    }

    /// <summary>Numbers the n-gram that ends at each position, and counts the numbers; -1 where it would cross the sequence's start or holds the pad.</summary>
    /// <remarks>
    /// A k-gram is the pair of a (k-1)-gram, by its dense number, and a token. Pairs are compared and never computed with, so no token id, vocabulary
    /// or order is too large.
    /// </remarks>
    private static (int[] Grams, int Count) GramAtEachEnd(TokenSequences tokens)
    {
        var ids = tokens.Tokens.Integers;
        var grams = new int[ids.Length];
        var numbers = new Dictionary<(int Before, long Token), int>();
        for (var order = 1; order <= tokens.Order; order++)
        {
            numbers.Clear();
            // Only the empty 0-gram fits before the first token of a sequence.
            var atStart = order == 1 ? 0 : None;
            var before = atStart;
            for (var row = 0; row < grams.Length; row++)
            {
                if (row % tokens.Length == 0) before = atStart;
                var shorter = grams[row];
                grams[row] = before == None || ids[row] == tokens.Pad ? None : NumberOf((before, ids[row]), numbers);
                before = shorter;
            }
        }

        return (grams, numbers.Count);
    }

    private static int NumberOf((int Before, long Token) pair, Dictionary<(int Before, long Token), int> numbers)
    {
        if (!numbers.TryGetValue(pair, out var number)) numbers.Add(pair, number = numbers.Count);
        return number;
    }
}
