namespace Infoscope.Plugins.Spectrum.Distances;

/// <summary>A distance of two sentences: what it is called and how it is computed.</summary>
internal sealed class SentenceDistance
{
    private SentenceDistance(Quantity quantity, Func<SentencePair, double> measure)
    {
        Quantity = quantity;
        Measure = measure;
    }

    /// <summary>Gets every distance, those of means first.</summary>
    public static IReadOnlyList<SentenceDistance> All { get; } =
    [
        new(Length("mean-euclidean", "|m1 - m2|", "distance of the mean tokens"), pair => pair.MeanEuclidean()) { Degree = 1 },
        new(Length("mean-cosine", "1 - cos(m1, m2)", "cosine distance of the mean tokens") with { Maximum = 2 }, pair => pair.MeanCosine()),
        new(Length("covariance-frobenius", "|C1 - C2|", "Frobenius distance of the covariances"), pair => pair.Frobenius()) { Degree = 2 },
        new(Length("covariance-correlation", "1 - tr(C1 C2)/|C1||C2|", "correlation matrix distance of the covariances") with { Maximum = 1 }, pair => pair.Correlation()),
        new(Length("bures-wasserstein", "BW(C1, C2)", "Bures-Wasserstein distance of the covariances"), pair => pair.BuresWasserstein()) { Degree = 1 },
        new(Length("gaussian-wasserstein", "W2(N(m1, C1), N(m2, C2))", "Wasserstein-2 distance of the Gaussians"), pair => pair.GaussianWasserstein()) { IsCentred = true, Degree = 1 },
        new(Length("log-euclidean", "|ln C1 - ln C2|", "log-Euclidean distance of the covariances"), pair => pair.LogEuclidean()),
        new(Length("affine-invariant", "|ln C1^-1/2 C2 C1^-1/2|", "affine-invariant distance of the covariances"), pair => pair.AffineInvariant()),
        new(Length("stein-divergence", "ln det((C1 + C2)/2) - 1/2 ln det C1 C2", "Stein divergence of the covariances (Jensen-Bregman log-det)"), pair => pair.SteinDivergence()),
        new(Information("von-neumann-divergence", "JSD(R1, R2)", "von Neumann Jensen-Shannon divergence of the covariances") with { Maximum = Math.Log(2) }, pair => pair.VonNeumannDivergenceNats()),
        new(Information("coding-rate-distance", "R(Z1, Z2) - mean R", "coding rate that telling the sentences apart saves"), pair => pair.CodingRateDistanceNats()),
    ];

    /// <summary>Gets what is measured; its identity is the name of the distance.</summary>
    public Quantity Quantity { get; }

    /// <summary>Gets what computes it.</summary>
    public Func<SentencePair, double> Measure { get; }

    /// <summary>Gets the power of the tokens' length that it grows with where tokens are as they are.</summary>
    public int Degree { get; private init; }

    /// <summary>Gets whether it needs covariances about the mean whatever the options.</summary>
    public bool IsCentred { get; private init; }

    /// <summary>Reads the names of distances.</summary>
    /// <param name="names">Names joined by commas, or <c>all</c>.</param>
    /// <param name="owner">The id of the estimator, for messages.</param>
    /// <exception cref="OptionException">A name is not that of a distance.</exception>
    public static IReadOnlyList<SentenceDistance> Parse(string names, string owner)
    {
        if (names == "all") return All;
        var chosen = names.Split(',', StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);
        string[] known = [.. All.Select(distance => distance.Quantity.Id)];
        if (chosen.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            var meant = Suggestion.For(unknown, known) is { } suggestion ? $" Did you mean '{suggestion}'?" : "";
            throw new OptionException($"{owner}.distances has '{unknown}'; allowed is all, or some of {string.Join(", ", known)}.{meant}");
        }

        return [.. All.Where(distance => chosen.Contains(distance.Quantity.Id))];
    }

    private static Quantity Length(string id, string symbol, string name) => new() { Id = id, Symbol = symbol, Name = name, Kind = QuantityKind.Ratio, Minimum = 0 };

    private static Quantity Information(string id, string symbol, string name) => new() { Id = id, Symbol = symbol, Name = name, Minimum = 0 };
}
