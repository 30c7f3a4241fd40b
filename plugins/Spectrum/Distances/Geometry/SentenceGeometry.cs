using Infoscope.Compute;
using Infoscope.Plugins.Spectrum.Distances.Sentences;
using Infoscope.Plugins.Spectrum.Spectra;

namespace Infoscope.Plugins.Spectrum.Distances.Geometry;

/// <summary>What the distances know of a sentence, computed once: its mean and its covariance.</summary>
internal sealed class SentenceGeometry : IDisposable
{
    private SentenceGeometry(Spread spread, Spread? centred)
    {
        Spread = spread;
        Centred = centred;
    }

    /// <summary>Gets the number of the sequence.</summary>
    public required int Sequence { get; init; }

    /// <summary>Gets the number n of tokens.</summary>
    public required int Tokens { get; init; }

    /// <summary>Gets the root of the mean squared length of the tokens.</summary>
    public required double TokenLength { get; init; }

    /// <summary>Gets the mean token m.</summary>
    public required double[] Mean { get; init; }

    /// <summary>Gets the mean scaled to length 1; null where the mean is 0 but for rounding.</summary>
    public required double[]? Direction { get; init; }

    /// <summary>Gets the covariance C, about zero or about the mean as was asked for.</summary>
    public Spread Spread { get; }

    /// <summary>Gets the covariance about the mean; null unless it was asked for.</summary>
    public Spread? Centred { get; }

    /// <summary>Computes what there is to know.</summary>
    /// <param name="compute">Where to compute; holds the matrices until this is disposed.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="centre">Whether <see cref="Spread"/> is about the mean.</param>
    /// <param name="needsCentred">Whether <see cref="Centred"/> is needed.</param>
    /// <exception cref="NumericalFailureException">The squares of the tokens leave the range of a double.</exception>
    public static SentenceGeometry Of(ComputeSession compute, Sentence sentence, bool centre, bool needsCentred)
    {
        var features = sentence.Tokens.Length / sentence.Count;
        var mean = new double[features];
        double norms = 0;
        for (var token = 0; token < sentence.Count; token++)
        {
            var row = sentence.Tokens.AsSpan(token * features, features);
            Vectors.AddScaled(mean, 1.0 / sentence.Count, row);
            norms += Vectors.Norm(row);
        }

        var squares = Vectors.Dot(sentence.Tokens, sentence.Tokens);
        if (!double.IsNormal(squares))
            throw new NumericalFailureException($"the tokens of sequence {sentence.Sequence} have squares beyond the range of a double; leave unit-rows at true, or scale the rows.");
        var length = Vectors.Norm(mean);
        var centred = centre || needsCentred ? Spread.Of(compute, [.. sentence.Tokens], features, mean) : null;
        return new SentenceGeometry(centre ? centred! : Spread.Of(compute, [.. sentence.Tokens], features, []), centred)
        {
            Sequence = sentence.Sequence,
            Tokens = sentence.Count,
            TokenLength = Math.Sqrt(squares / sentence.Count),
            Mean = mean,
            Direction = length <= Eigenvalues.Epsilon * norms ? null : [.. mean.Select(value => value / length)],
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Spread.Dispose();
        Centred?.Dispose();
    }
}
