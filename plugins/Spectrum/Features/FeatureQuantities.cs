namespace Infoscope.Plugins.Spectrum.Features;

/// <summary>What the estimator reports; p is the share of all activity that each of N features has.</summary>
internal static class FeatureQuantities
{
    /// <summary>F = exp(-sum p ln p).</summary>
    public static Quantity EffectiveFeatures { get; } = Count("effective-features", "exp(H(p))", "effective number of features") with { Minimum = 1 };

    /// <summary>F/N.</summary>
    public static Quantity EffectiveFeaturesShare { get; } =
        new() { Id = "effective-features-share", Symbol = "exp(H(p))/N", Name = "effective number of features as a share of all", Kind = QuantityKind.Ratio, Minimum = 0, Maximum = 1 };

    /// <summary>How many features are other than 0 in some row.</summary>
    public static Quantity ActiveFeatures { get; } = Count("active-features", "#{p > 0}", "features that are ever active");

    /// <summary>How many features of a row are other than 0, on average.</summary>
    public static Quantity MeanActive { get; } = Count("mean-active", "mean #{z > 0}", "active features of a row");

    private static Quantity Count(string id, string symbol, string name) => new() { Id = id, Symbol = symbol, Name = name, Kind = QuantityKind.Count, Minimum = 0 };
}
