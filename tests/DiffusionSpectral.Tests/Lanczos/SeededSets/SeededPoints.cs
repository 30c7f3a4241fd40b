namespace Infoscope.Plugins.DiffusionSpectral.Tests.Lanczos.SeededSets;

/// <summary>Points of known shape from fixed seeds, (count, features) row-major.</summary>
internal static class SeededPoints
{
    /// <summary>Standard normal points.</summary>
    public static double[] Noise(int count, int features)
    {
        var random = new RandomStream(1, "noise");
        var points = new double[count * features];
        foreach (ref var x in points.AsSpan()) x = random.NextNormal();
        return points;
    }

    /// <summary>Ten blobs of equal size and deviation 1, in turn; their centres are normal with a deviation of <paramref name="spread"/>.</summary>
    public static double[] Blobs(int count, int features, double spread)
    {
        var random = new RandomStream(2, "blobs");
        var centres = new double[10 * features];
        foreach (ref var x in centres.AsSpan()) x = spread * random.NextNormal();
        var points = new double[count * features];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < features; j++) points[(i * features) + j] = centres[(i % 10 * features) + j] + random.NextNormal();
        }

        return points;
    }

    /// <summary>Waves over three normal coordinates, with a little noise.</summary>
    public static double[] Manifold(int count, int features, double amplitude, double noise)
    {
        var random = new RandomStream(3, "manifold");
        var frequencies = new double[3 * features];
        foreach (ref var x in frequencies.AsSpan()) x = random.NextNormal();
        var phases = new double[features];
        foreach (ref var x in phases.AsSpan()) x = 2 * Math.PI * random.NextDouble();
        var points = new double[count * features];
        for (var i = 0; i < count; i++)
        {
            var (u, v, w) = (random.NextNormal(), random.NextNormal(), random.NextNormal());
            for (var j = 0; j < features; j++)
            {
                var angle = (frequencies[3 * j] * u) + (frequencies[(3 * j) + 1] * v) + (frequencies[(3 * j) + 2] * w) + phases[j];
                points[(i * features) + j] = (amplitude * Math.Sin(angle)) + (noise * random.NextNormal());
            }
        }

        return points;
    }
}
