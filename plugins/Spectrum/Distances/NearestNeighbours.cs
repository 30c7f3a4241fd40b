namespace Infoscope.Plugins.Spectrum.Distances;

/// <summary>How often the nearest other sentence has the label of a sentence.</summary>
internal static class NearestNeighbours
{
    /// <summary>Gives the leave-one-out accuracy of the nearest neighbour; where several are nearest, the share of them that has the label.</summary>
    /// <param name="distances">The distances.</param>
    /// <param name="sentences">The sentences that have a label, at least two.</param>
    /// <param name="labels">The label of each of these.</param>
    public static double Accuracy(DistanceMatrix distances, int[] sentences, int[] labels)
    {
        var tie = distances.Tie;
        double right = 0;
        for (var i = 0; i < sentences.Length; i++)
        {
            var nearest = double.PositiveInfinity;
            for (var j = 0; j < sentences.Length; j++)
            {
                if (j != i) nearest = Math.Min(nearest, distances[sentences[i], sentences[j]]);
            }

            var (tied, same) = (0, 0);
            for (var j = 0; j < sentences.Length; j++)
            {
                if (j == i || distances[sentences[i], sentences[j]] > nearest + tie) continue;
                tied++;
                if (labels[j] == labels[i]) same++;
            }

            right += same / (double)tied;
        }

        return right / sentences.Length;
    }

    /// <summary>Gives the largest accuracy that labels allow: the share of sentences whose label another one has.</summary>
    public static double Ceiling(int[] labels)
    {
        var counts = labels.CountBy(label => label).ToDictionary();
        return labels.Count(label => counts[label] > 1) / (double)labels.Length;
    }
}
