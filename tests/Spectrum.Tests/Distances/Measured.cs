using Infoscope.Compute;
using Infoscope.Plugins.Spectrum.Distances;
using Infoscope.Plugins.Spectrum.Distances.Geometry;
using Infoscope.Plugins.Spectrum.Distances.Sentences;

namespace Infoscope.Plugins.Spectrum.Tests.Distances;

/// <summary>The distances of two sentences as the plugin computes them, tokens as they are.</summary>
internal static class Measured
{
    public static IEnumerable<string> Names => SentenceDistance.All.Select(distance => distance.Quantity.Id);

    public static Dictionary<string, double> Of(double[][] one, double[][] two, double ridge = 0.01, double eps = 0.1, bool centre = false) =>
        With(one, two, ridge, eps, centre, pair => SentenceDistance.All.ToDictionary(distance => distance.Quantity.Id, distance => distance.Measure(pair)));

    /// <summary>Gives what roots are taken of, before rounding below zero is taken away.</summary>
    public static Dictionary<string, Radicand> Radicands(double[][] one, double[][] two) => With(one, two, 0.01, 0.1, centre: false, pair => new Dictionary<string, Radicand>
    {
        ["covariance-frobenius"] = pair.SquaredFrobenius(),
        ["bures-wasserstein"] = pair.SquaredBuresWasserstein(),
        ["log-euclidean"] = pair.SquaredLogEuclidean(),
    });

    private static T With<T>(double[][] one, double[][] two, double ridge, double eps, bool centre, Func<SentencePair, T> measure)
    {
        var provider = new CpuComputeProvider();
        using var compute = provider.Open(provider.Probe()[0], Precision.Double);
        using var first = SentenceGeometry.Of(compute, SentenceOf(one), centre, needsCentred: true);
        using var second = SentenceGeometry.Of(compute, SentenceOf(two), centre, needsCentred: true);
        return measure(new SentencePair(compute, first, second, ridge, eps));
    }

    private static Sentence SentenceOf(double[][] rows) =>
        new() { Sequence = 0, Tokens = [.. rows.SelectMany(row => row)], Count = rows.Length, Labels = [], LabelledTokens = [] };
}
