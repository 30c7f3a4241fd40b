namespace Infoscope.Plugins.Spectrum.Distances.Sentences;

/// <summary>Reads sentences from blocks, and counts what it leaves out.</summary>
internal sealed class SentenceReader(IReadOnlyList<LabelSetInfo> labelSets, bool unitRows)
{
    /// <summary>Gets the number of tokens left out so far.</summary>
    public long DroppedTokens { get; private set; }

    /// <summary>Gets the number of labelled tokens left out so far, for each label set.</summary>
    public long[] DroppedLabels { get; } = new long[labelSets.Count];

    /// <summary>Gets the number of sentences without a usable token so far.</summary>
    public int EmptySentences { get; private set; }

    /// <summary>Copies the usable tokens of a block that is one sequence.</summary>
    /// <returns>The sentence; null when no token is usable.</returns>
    public Sentence? Read(in ActivationBlock block)
    {
        var usable = new List<int>(block.Rows);
        for (var row = 0; row < block.Rows; row++)
        {
            if (Vectors.LargestMagnitude(block.DoubleRow(row)) is > 0 and < double.PositiveInfinity) usable.Add(row);
            else Drop(block, row);
        }

        if (usable.Count == 0)
        {
            EmptySentences++;
            return null;
        }

        var tokens = new double[usable.Count * block.Features];
        for (var i = 0; i < usable.Count; i++)
        {
            var token = tokens.AsSpan(i * block.Features, block.Features);
            block.DoubleRow(usable[i]).CopyTo(token);
            if (unitRows) Normalize(token);
        }

        var labels = new int[labelSets.Count];
        var labelled = new int[labelSets.Count];
        for (var set = 0; set < labels.Length; set++) (labels[set], labelled[set]) = LabelOf(block.Labels(set), usable, labelSets[set].IsNull);
        return new Sentence { Sequence = block.SequenceIds[0], Tokens = tokens, Count = usable.Count, Labels = labels, LabelledTokens = labelled };
    }

    // Divided by the largest magnitude first, so that squares neither overflow nor vanish.
    private static void Normalize(Span<double> token)
    {
        var largest = Vectors.LargestMagnitude(token);
        foreach (ref var value in token) value /= largest;
        var norm = Math.Sqrt(Vectors.Dot(token, token));
        foreach (ref var value in token) value /= norm;
    }

    // Labels that were permuted by rows disagree in every sentence; the first of them is a label drawn at random, which is what a null needs.
    private static (int Label, int Labelled) LabelOf(ReadOnlySpan<int> labels, List<int> usable, bool isNull)
    {
        var (label, labelled) = (Sentence.Unlabelled, 0);
        foreach (var row in usable)
        {
            if (labels[row] < 0) continue;
            labelled++;
            if (label == Sentence.Unlabelled) label = labels[row];
            else if (label != labels[row] && !isNull) label = Sentence.Disagreeing;
        }

        return (label, labelled);
    }

    private void Drop(in ActivationBlock block, int row)
    {
        DroppedTokens++;
        for (var set = 0; set < DroppedLabels.Length; set++)
        {
            if (block.Labels(set)[row] >= 0) DroppedLabels[set]++;
        }
    }
}
