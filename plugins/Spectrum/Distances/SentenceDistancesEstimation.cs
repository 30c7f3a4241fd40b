using Infoscope.Plugins.Spectrum.Distances.Geometry;
using Infoscope.Plugins.Spectrum.Distances.Sentences;

namespace Infoscope.Plugins.Spectrum.Distances;

/// <summary>Collects sentences and compares every two of them when all are there.</summary>
internal sealed class SentenceDistancesEstimation : IEstimation
{
    // Pairs of some hundred tokens take 10 ms each.
    private const long ManyPairs = 1000;

    private readonly EstimationContext context;
    private readonly SentenceDistancesOptions options;
    private readonly IReadOnlyList<SentenceDistance> distances;
    private readonly SentenceReader reader;
    private readonly SentenceSample sample;
    private bool disposed;

    /// <summary>Makes an estimation that has seen no sentence.</summary>
    public SentenceDistancesEstimation(EstimationContext context)
    {
        this.context = context;
        options = context.Options.Bind<SentenceDistancesOptions>();
        distances = SentenceDistance.Parse(options.Distances, context.EstimatorId);
        reader = new SentenceReader(context.Shape.Features, context.LabelSets.Count, options.UnitRows);
        sample = new SentenceSample(options.MaximumSequences, context.Random);
    }

    /// <inheritdoc/>
    public void Observe(in ActivationBlock block)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        context.Cancellation.ThrowIfCancellationRequested();
        if (block.Rows > 0 && reader.Read(block) is { } sentence) sample.Add(sentence);
    }

    /// <inheritdoc/>
    public EstimateSet Complete()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var geometries = new List<SentenceGeometry>();
        try
        {
            var (sentences, points) = (new List<Sentence>(), new List<Sentence>());
            foreach (var sentence in sample.Kept)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                var geometry = SentenceGeometry.Of(context.Compute, sentence, options.Centre, distances.Any(distance => distance.IsCentred));
                if (geometry.Spread.Trace == 0)
                {
                    geometry.Dispose();
                    points.Add(sentence);
                    continue;
                }

                geometries.Add(geometry);
                sentences.Add(sentence);
            }

            return Compare(sentences, geometries, points);
        }
        finally
        {
            foreach (var geometry in geometries) geometry.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        disposed = true;
        sample.Clear();
    }

    /// <summary>Compares every two sentences.</summary>
    /// <param name="sentences">The sentences.</param>
    /// <param name="geometries">What the distances know of each.</param>
    /// <param name="points">Those that are left out for want of a covariance.</param>
    private EstimateSet Compare(List<Sentence> sentences, List<SentenceGeometry> geometries, List<Sentence> points)
    {
        if (sentences.Count == 0)
        {
            throw new NumericalFailureException(
                $"{context.EstimatorId} has no sentence to compare of {Count(sample.Seen + reader.EmptySentences, "sequence")}; it needs sequences with a token that is finite and not zero{(options.Centre ? ", and with two different ones for centre=true" : "")}.");
        }

        var pairs = sentences.Count * (sentences.Count - 1) / 2;
        if (pairs >= ManyPairs) context.Log.Information($"{context.EstimatorId} compares {pairs} pairs of {sentences.Count} sentences by {Count(distances.Count, "distance")}; fewer distances and a smaller maximum-sequences take less time");
        var report = new SentenceReport(sentences, AllPairs.Of(geometries, distances, options, context.Compute, context.Cancellation));
        var estimates = new List<Estimate>();
        var notes = new List<string>(Notes(sentences, geometries, points.Count));
        var mixed = new SortedDictionary<string, int>(StringComparer.Ordinal);
        estimates.AddRange(report.OfPairs(reader.DroppedTokens + points.Sum(sentence => (long)sentence.Count)));
        for (var set = 0; set < context.LabelSets.Count; set++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var info = context.LabelSets[set];
            var place = set;
            var before = estimates.Count;
            if (info.IsNull && report.Disagreeing(set) > 0)
            {
                mixed[info.NullOf!] = mixed.GetValueOrDefault(info.NullOf!) + 1;
                continue;
            }

            estimates.AddRange(report.OfLabels(set, info, reader.DroppedLabels[set] + points.Sum(sentence => (long)sentence.LabelledTokens[place])));
            if (estimates.Count == before && !info.IsNull)
                notes.Add($"{info.Name}: fewer than 2 sentences have one label for all their labelled tokens, so there is no neighbour to compare with");
        }

        // The accuracy of other sentences, by labels as frequent as among tokens, would be no null of this one.
        foreach (var (name, count) in mixed)
            notes.Add($"{name}: {Count(count, "permutation")} of the labels left out, in which a sentence has tokens of several labels, so neighbour-accuracy has no null; it takes sentences of one label each, of equal length, and --null-unit sequences");
        if (context.Items) estimates.AddRange(report.OfItems());
        return new EstimateSet { Estimates = estimates, Notes = notes };
    }

    private IEnumerable<string> Notes(List<Sentence> sentences, List<SentenceGeometry> geometries, int points)
    {
        yield return sentences.Count > 1
            ? $"means over {Count(sentences.Count * (sentences.Count - 1) / 2, "pair")} of {sentences.Count} sentences"
            : "there is 1 sentence and no other to compare it with; distances need activations of shape (sequences, length, features), or --sequences FILE";
        if (sample.Seen > options.MaximumSequences)
            yield return $"{options.MaximumSequences} of {sample.Seen} sentences were drawn by the seed; maximum-sequences takes more";
        if (reader.DroppedTokens > 0) yield return $"{Count(reader.DroppedTokens, "token")} of zeros or not finite left out";
        if (reader.EmptySentences > 0) yield return $"{Count(reader.EmptySentences, "sentence")} without any other token left out";
        if (points > 0) yield return $"{Count(points, "sentence")} whose tokens are all equal left out: centred they have no covariance";
        var directionless = geometries.Count(geometry => geometry.Direction is null);
        if (directionless > 0 && distances.Any(distance => distance.Quantity.Id == "mean-cosine"))
            yield return $"{Count(directionless, "sentence")} with a mean of zero, whose mean-cosine to any other is taken as 1";
    }

    private static string Count(long count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
