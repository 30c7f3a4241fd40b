using Infoscope.Plugins.Spectrum.Rows;

namespace Infoscope.Plugins.Spectrum.Distances.Sentences;

/// <summary>Reads sentences from blocks, and counts what it leaves out.</summary>
/// <param name="features">The number of features.</param>
/// <param name="labelSets">The number of label sets.</param>
/// <param name="unitRows">Whether tokens are scaled to length 1.</param>
internal sealed class SentenceReader(int features, int labelSets, bool unitRows)
{
    private readonly RowPreparation preparation = new(features, unitRows, centre: null);

    /// <summary>Gets the number of tokens left out so far.</summary>
    public long DroppedTokens { get; private set; }

    /// <summary>Gets the number of labelled tokens left out so far, for each label set.</summary>
    public long[] DroppedLabels { get; } = new long[labelSets];

    /// <summary>Gets the number of sentences without a usable token so far.</summary>
    public int EmptySentences { get; private set; }

    /// <summary>Copies the usable tokens of a block that is one sequence.</summary>
    /// <returns>The sentence; null when no token is usable.</returns>
    public Sentence? Read(in ActivationBlock block)
    {
        var usable = new List<int>(block.Rows);
        var tokens = new double[block.Rows * features];
        for (var row = 0; row < block.Rows; row++)
        {
            if (preparation.Prepare(block.DoubleRow(row)) != RowFate.Used || preparation.Magnitude == 0)
            {
                Drop(block, row);
                continue;
            }

            preparation.Row.CopyTo(tokens.AsSpan(usable.Count * features));
            usable.Add(row);
        }

        if (usable.Count == 0)
        {
            EmptySentences++;
            return null;
        }

        if (usable.Count < block.Rows) Array.Resize(ref tokens, usable.Count * features);
        var labels = new int[labelSets];
        var labelled = new int[labelSets];
        for (var set = 0; set < labels.Length; set++) (labels[set], labelled[set]) = LabelOf(block.Labels(set), usable);
        return new Sentence { Sequence = block.SequenceIds[0], Tokens = tokens, Count = usable.Count, Labels = labels, LabelledTokens = labelled };
    }

    private static (int Label, int Labelled) LabelOf(ReadOnlySpan<int> labels, List<int> usable)
    {
        var (label, labelled) = (Sentence.Unlabelled, 0);
        foreach (var row in usable)
        {
            if (labels[row] < 0) continue;
            labelled++;
            if (label == Sentence.Unlabelled) label = labels[row];
            else if (label != labels[row]) label = Sentence.Disagreeing;
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
