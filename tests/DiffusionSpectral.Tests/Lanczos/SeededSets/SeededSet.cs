namespace Infoscope.Plugins.DiffusionSpectral.Tests.Lanczos.SeededSets;

/// <summary>A set of points with a bandwidth, on which the stochastic quadrature is held against all eigenvalues.</summary>
internal sealed record SeededSet
{
    /// <summary>Gets the five sets of 2000 points: noise, blobs and a manifold, from nearly one mode to nearly as many as points.</summary>
    public static IReadOnlyList<SeededSet> All { get; } =
    [
        new() { Name = "noise, bandwidth 16", Features = 256, Bandwidth = 16, Points = SeededPoints.Noise },
        new() { Name = "noise, bandwidth 10", Features = 256, Bandwidth = 10, Points = SeededPoints.Noise },
        new() { Name = "blobs, bandwidth 10", Features = 64, Bandwidth = 10, Points = (count, features) => SeededPoints.Blobs(count, features, spread: 4) },
        new() { Name = "blobs, bandwidth 4", Features = 64, Bandwidth = 4, Points = (count, features) => SeededPoints.Blobs(count, features, spread: 4) },
        new() { Name = "manifold, bandwidth 2", Features = 64, Bandwidth = 2, Points = (count, features) => SeededPoints.Manifold(count, features, amplitude: 0.94, noise: 0.15) },
    ];

    public required string Name { get; init; }

    public required int Features { get; init; }

    public required double Bandwidth { get; init; }

    /// <summary>Gets what makes the points, given their number and that of the features.</summary>
    public required Func<int, int, double[]> Points { get; init; }

    /// <summary>Gives the kernel of so many points of this kind.</summary>
    public SeededKernel Kernel(int count = 2000) => SeededKernel.Of(Points(count, Features), Features, Bandwidth);
}
