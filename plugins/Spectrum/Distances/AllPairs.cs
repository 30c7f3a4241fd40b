using System.Globalization;
using Infoscope.Compute;
using Infoscope.Plugins.Spectrum.Distances.Geometry;
using Infoscope.Plugins.Spectrum.Distances.Sentences;

namespace Infoscope.Plugins.Spectrum.Distances;

/// <summary>Computes the distances of all pairs of sentences.</summary>
internal static class AllPairs
{
    /// <summary>Gives a matrix for each distance.</summary>
    /// <param name="sentences">The sentences, at least one; none whose covariance is zero.</param>
    /// <param name="distances">The distances.</param>
    /// <param name="options">The options.</param>
    /// <param name="compute">Where to compute.</param>
    /// <param name="cancellation">Looked at before every sentence and every pair.</param>
    /// <exception cref="NumericalFailureException">A distance is beyond the range of a double, or the ridge is lost in rounding.</exception>
    public static DistanceMatrix[] Of(
        IReadOnlyList<SentenceGeometry> sentences, IReadOnlyList<SentenceDistance> distances, SentenceDistancesOptions options, ComputeSession compute, CancellationToken cancellation)
    {
        var tokenLength = sentences.Max(sentence => sentence.TokenLength);
        DistanceMatrix[] matrices = [.. distances.Select(distance => new DistanceMatrix(distance, sentences.Count, tokenLength))];
        for (var i = 1; i < sentences.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                cancellation.ThrowIfCancellationRequested();
                var pair = new SentencePair(compute, sentences[j], sentences[i], options.Ridge, options.Eps);
                foreach (var matrix in matrices) matrix[i, j] = Checked(matrix.Distance, pair, sentences[j], sentences[i]);
            }
        }

        return matrices;
    }

    private static double Checked(SentenceDistance distance, SentencePair pair, SentenceGeometry one, SentenceGeometry two)
    {
        string why;
        try
        {
            var value = distance.Measure(pair);
            if (double.IsFinite(value)) return value;
            why = string.Create(CultureInfo.InvariantCulture, $"it is {value}");
        }
        catch (NumericalFailureException failure)
        {
            why = failure.Message;
        }

        throw new NumericalFailureException(FormattableString.Invariant(
            $"{distance.Quantity.Id} of sequences {one.Sequence} and {two.Sequence} cannot be computed, their covariances having traces {one.Spread.Trace:G3} and {two.Spread.Trace:G3} ({why}); leave unit-rows at true, scale the rows, or raise ridge and eps."));
    }
}
