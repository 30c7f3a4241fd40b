using FsCheck;
using FsCheck.Fluent;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Problems;

/// <summary>Generates and shrinks point sets: 1 to 60 points, 1 to 12 features, coordinates of the order of 1, bandwidths from a tenth of it to 30 times.</summary>
public static class PointSets
{
    private const int LargestCount = 60, LargestFeatures = 12;

    private enum Kind
    {
        Gaussian, Clustered, LowRank, Duplicates, Rectified, HeavyTailed, FarApart, AllEqual,
    }

    /// <summary>Gets the arbitrary, found by FsCheck when this type is named in <c>Arbitrary</c>.</summary>
    public static Arbitrary<PointSet> Arbitrary { get; } = Arb.From(
        from kind in Gen.Elements(Enum.GetValues<Kind>())
        from count in Gen.Frequency((1, Gen.Choose(1, 4)), (3, Gen.Choose(5, 30)), (1, Gen.Choose(31, LargestCount)))
        from features in Gen.Choose(1, LargestFeatures)
        from bandwidth in Gen.Elements(0.1, 0.3, 1, 3, 10, 30)
        from time in Gen.Elements(0.25, 0.5, 1, 1, 2, 5)
        from seed in Gen.Choose(0, int.MaxValue)
        select Make(kind, count, features, bandwidth, time, (ulong)seed),
        Shrink);

    /// <summary>Gives independent standard normal coordinates.</summary>
    internal static Points Normals(int count, int features, ulong seed)
    {
        var random = new RandomStream(seed, "points");
        return new([.. Enumerable.Range(0, count * features).Select(_ => random.NextNormal())], count, features);
    }

    /// <summary>Gives a vector of independent standard normal coordinates.</summary>
    internal static double[] Normals(RandomStream random, int features) => [.. Enumerable.Range(0, features).Select(_ => random.NextNormal())];

    private static PointSet Make(Kind kind, int count, int features, double bandwidth, double time, ulong seed)
    {
        var random = new RandomStream(seed, "point set");
        var groups = 1 + (int)random.NextBelow(Math.Min(count, 6));
        double[][] centres = [.. Enumerable.Range(0, groups).Select(_ => Normals(random, features))];
        var direction = Normals(random, features);
        var rows = new double[count][];
        for (var i = 0; i < count; i++)
        {
            var centre = centres[(int)random.NextBelow(groups)];
            var noise = Normals(random, features);
            rows[i] = kind switch
            {
                Kind.Gaussian => noise,
                Kind.Clustered => [.. noise.Zip(centre, (own, middle) => middle + (0.1 * own))],
                Kind.LowRank => [.. direction.Select(value => value * noise[0])],
                Kind.Duplicates => centre,
                Kind.Rectified => [.. noise.Select(value => Math.Max(0, value - 0.5))],
                Kind.HeavyTailed => [.. noise.Select(value => value * value * value)],
                Kind.FarApart => [.. noise.Select((value, feature) => feature == 0 ? 1000.0 * i : value)],
                _ => centres[0],
            };
        }

        return new() { Rows = rows, Bandwidth = bandwidth, Time = time, Seed = seed };
    }

    private static IEnumerable<PointSet> Shrink(PointSet set)
    {
        if (set.Count > 1)
        {
            yield return set.Take(Enumerable.Range(0, set.Count / 2));
            yield return set.Take(Enumerable.Range(set.Count / 2, set.Count - (set.Count / 2)));
            if (set.Count <= 12)
            {
                for (var left = 0; left < set.Count; left++) yield return set.Take(Enumerable.Range(0, set.Count).Where(point => point != left));
            }
        }

        foreach (var features in new[] { 1, set.Features / 2, set.Features - 1 }.Where(features => features >= 1 && features < set.Features).Distinct())
            yield return set.Map(row => row[..features]);
        if (set.Bandwidth != 1) yield return set with { Bandwidth = 1 };
        if (set.Time != 1) yield return set with { Time = 1 };
        var rounded = set.Map(row => [.. row.Select(value => Math.Round(value) + 0.0)]);
        if (rounded.Rows.Zip(set.Rows).Any(pair => !pair.First.SequenceEqual(pair.Second))) yield return rounded;
    }
}
