using Infoscope.Compute;
using Infoscope.Plugins.Spectrum.Distances;
using Infoscope.Plugins.Spectrum.Distances.Geometry;
using Infoscope.Plugins.Spectrum.Distances.Sentences;

namespace Infoscope.Plugins.Spectrum.Tests.Distances;

/// <summary>The distances of two sentences as the plugin computes them, tokens as they are.</summary>
internal static class Measured
{
    public static IEnumerable<string> Names => SentenceDistance.All.Select(distance => distance.Quantity.Id);

    public static Dictionary<string, double> Of(double[][] one, double[][] two, double ridge = 0.01, double epsilon = 0.1, bool centre = false)
    {
        var provider = new CpuComputeProvider();
        using var compute = provider.Open(provider.Probe()[0], Precision.Double);
        using var first = SentenceGeometry.Of(compute, SentenceOf(one), centre, needsCentred: true);
        using var second = SentenceGeometry.Of(compute, SentenceOf(two), centre, needsCentred: true);
        var pair = new SentencePair(compute, first, second, ridge, epsilon);
        return SentenceDistance.All.ToDictionary(distance => distance.Quantity.Id, distance => distance.Measure(pair));
    }

    private static Sentence SentenceOf(double[][] rows) =>
        new() { Sequence = 0, Tokens = [.. rows.SelectMany(row => row)], Count = rows.Length, Labels = [], LabelledTokens = [] };
}
