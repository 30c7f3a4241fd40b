namespace Infoscope.Plugins.Spectrum.Distances;

/// <summary>The options of <see cref="SentenceDistancesEstimator"/>.</summary>
public sealed record SentenceDistancesOptions
{
    private const string Positive = "a number above 0";

    /// <summary>Gets the names of the distances, joined by commas, or <c>all</c>; by default one of means and one of covariances.</summary>
    [Option("the distances to take, by name", Allowed = "all | names joined by commas, such as mean-cosine,stein-divergence")]
    public string Distances { get; init; } = "mean-cosine,bures-wasserstein";

    /// <summary>Gets whether every token is scaled to length 1; <c>true</c> by default.</summary>
    [Option("whether every token is scaled to length 1 first")]
    public bool UnitRows { get; init; } = true;

    /// <summary>Gets whether covariances are about the mean of the sentence; <c>false</c> by default.</summary>
    [Option("whether covariances are about the mean of the sentence; else they are about zero")]
    public bool Centre { get; init; }

    /// <summary>Gets what is added to the diagonal of a covariance where its logarithm or inverse is needed; 0.01 by default.</summary>
    [Option("number added to the diagonal of covariances for log-euclidean, affine-invariant and stein-divergence", Minimum = 0, Allowed = Positive)]
    public double Ridge { get; init; } = 0.01;

    /// <summary>Gets the distortion that coding rates allow; 0.1 by default.</summary>
    [Option("distortion that coding rates allow", Minimum = 0, Allowed = Positive)]
    public double Eps { get; init; } = 0.1;

    /// <summary>Gets the most sentences that are compared; 100 by default.</summary>
    [Option("most sentences to compare; of more there is a seeded subsample, since time grows with its square", Minimum = 2, Maximum = 2_000)]
    public int MaximumSequences { get; init; } = 100;
}
