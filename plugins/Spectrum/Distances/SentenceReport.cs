using Infoscope.Plugins.Spectrum.Distances.Geometry;
using Infoscope.Plugins.Spectrum.Distances.Sentences;

namespace Infoscope.Plugins.Spectrum.Distances;

/// <summary>Turns the distances of all pairs into estimates.</summary>
/// <param name="sentences">The sentences that are compared.</param>
/// <param name="matrices">Their distances.</param>
internal sealed class SentenceReport(IReadOnlyList<Sentence> sentences, DistanceMatrix[] matrices)
{
    /// <summary>What the mean over pairs of one label stands against.</summary>
    public const string Within = "within labels";

    /// <summary>What the mean over pairs of different labels stands against.</summary>
    public const string Between = "between labels";

    /// <summary>How often the nearest sentence by a distance has the label of a sentence.</summary>
    public static Quantity NeighbourAccuracy { get; } = new() { Id = "neighbour-accuracy", Symbol = "1-NN", Name = "share of sentences whose nearest other one has their label", Kind = QuantityKind.Ratio, Minimum = 0, Maximum = 1, RisesWithInformation = true };

    /// <summary>The number of sentences.</summary>
    public static Quantity SentenceCount { get; } = new() { Id = "sentences", Symbol = "N", Name = "sentences that are compared", Kind = QuantityKind.Count, Minimum = 0 };

    /// <summary>Gets the number of sentences, and the means over all pairs where there is one.</summary>
    /// <param name="dropped">The number of tokens left out.</param>
    public IEnumerable<Estimate> OfPairs(long dropped)
    {
        int[] all = [.. Enumerable.Range(0, sentences.Count)];
        var tokens = sentences.Sum(sentence => (long)sentence.Count);
        yield return new Estimate { Quantity = SentenceCount, Value = Amount.Count(sentences.Count), Floor = Amount.Count(0), RowsUsed = tokens, RowsDropped = dropped };
        foreach (var matrix in matrices)
        {
            if (PairMean.Of(matrix, all, (_, _) => true) is { } mean) yield return OfMean(matrix, mean, tokens, dropped);
        }
    }

    /// <summary>Gives every pair, sentences named by their sequences.</summary>
    public IEnumerable<Estimate> OfItems() =>
        from matrix in matrices
        from first in Enumerable.Range(0, sentences.Count)
        from second in Enumerable.Range(first + 1, sentences.Count - first - 1)
        select new Estimate
        {
            Quantity = matrix.Distance.Quantity,
            Item = $"sequences {sentences[first].Sequence}-{sentences[second].Sequence}",
            Value = Amount.Of(matrix.Distance.Quantity.Kind, matrix[first, second]),
            RowsUsed = sentences[first].Count + sentences[second].Count,
        };

    /// <summary>Gives the number of sentences whose tokens have several labels.</summary>
    /// <param name="set">The place of the label set.</param>
    public int Disagreeing(int set) => sentences.Count(sentence => sentence.Labels[set] == Sentence.Disagreeing);

    /// <summary>Gives what the distances tell of a label set: accuracies alone for a null.</summary>
    /// <param name="set">The place of the label set.</param>
    /// <param name="info">The label set.</param>
    /// <param name="dropped">The number of its labelled tokens left out.</param>
    /// <returns>None when fewer than two sentences have a label.</returns>
    public IEnumerable<Estimate> OfLabels(int set, LabelSetInfo info, long dropped)
    {
        int[] labelled = [.. Enumerable.Range(0, sentences.Count).Where(place => sentences[place].Labels[set] >= 0)];
        if (labelled.Length < 2) yield break;
        int[] labels = [.. labelled.Select(place => sentences[place].Labels[set])];
        var tokens = labelled.Sum(place => (long)sentences[place].LabelledTokens[set]);
        var disagreeing = Disagreeing(set);
        dropped += sentences.Where(sentence => sentence.Labels[set] == Sentence.Disagreeing).Sum(sentence => (long)sentence.LabelledTokens[set]);
        string[] notes = disagreeing == 0 ? [] : [$"{disagreeing} of {sentences.Count} sentences have tokens of several labels and are left out of this set"];
        foreach (var matrix in matrices)
        {
            yield return new Estimate
            {
                Quantity = NeighbourAccuracy,
                LabelSet = info.Name,
                Against = matrix.Distance.Quantity.Id,
                Value = Amount.Ratio(NearestNeighbours.Accuracy(matrix, labelled, labels)),
                Floor = Amount.Ratio(0),
                Ceiling = Amount.Ratio(NearestNeighbours.Ceiling(labels)),
                RowsUsed = tokens,
                RowsDropped = dropped,
                Notes = notes,
            };
        }

        if (info.IsNull) yield break;
        foreach (var matrix in matrices)
        {
            foreach (var against in new[] { Within, Between })
            {
                if (PairMean.Of(matrix, labelled, (i, j) => sentences[i].Labels[set] == sentences[j].Labels[set] == (against == Within)) is { } mean)
                    yield return OfMean(matrix, mean, tokens, dropped) with { LabelSet = info.Name, Against = against, Notes = [.. notes, $"mean over {mean.Pairs} pairs"] };
            }
        }
    }

    private static Estimate OfMean(DistanceMatrix matrix, PairMean mean, long tokens, long dropped)
    {
        var quantity = matrix.Distance.Quantity;
        return new Estimate
        {
            Quantity = quantity,
            Value = Amount.Of(quantity.Kind, mean.Value),
            Floor = Amount.Of(quantity.Kind, quantity.Minimum),
            Ceiling = double.IsFinite(quantity.Maximum) ? Amount.Of(quantity.Kind, quantity.Maximum) : null,
            StandardError = mean.StandardError,
            RowsUsed = tokens,
            RowsDropped = dropped,
        };
    }
}
