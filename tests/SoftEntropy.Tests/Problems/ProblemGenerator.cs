using FsCheck;
using FsCheck.Fluent;

namespace Infoscope.Plugins.SoftEntropy.Tests.Problems;

/// <summary>Generates and shrinks problems: 1 to 200 rows, 2 to 40 features, 2 to 60 anchors.</summary>
public static class ProblemGenerator
{
    private const int LargestRows = 200, LargestFeatures = 40, LargestAnchors = 60;

    private enum RowKind
    {
        Gaussian, Clustered, Duplicates, Rectified, Opposite, AllEqual, AnySize, Anisotropic,
    }

    private enum LabelKind
    {
        Few, Skewed, OfClusters, Singletons, AllDistinct, One, Missing,
    }

    public static Arbitrary<Problem> Problems { get; } = Arb.From(
        (from rowKind in Gen.Elements(Enum.GetValues<RowKind>())
         from labelKind in Gen.Elements(Enum.GetValues<LabelKind>())
         from rows in Gen.Frequency((1, Gen.Choose(1, 5)), (3, Gen.Choose(6, 60)), (1, Gen.Choose(61, LargestRows)))
         from features in Gen.Choose(2, LargestFeatures)
         from anchors in Gen.Choose(2, LargestAnchors)
         from temperature in Gen.Elements("exact", "exact", "leading-order", "0.01", "0.1", "1")
         from seed in Gen.Choose(0, int.MaxValue)
         select Make(rowKind, labelKind, rows, features, anchors, temperature, (ulong)seed)).Where(problem => problem.IsUsable),
        problem => Shrink(problem).Where(smaller => smaller.IsUsable));

    private static Problem Make(RowKind rowKind, LabelKind labelKind, int count, int features, int anchors, string temperature, ulong seed)
    {
        var random = new RandomStream(seed, "problem");
        var clusters = 1 + (int)random.NextBelow(Math.Min(count, 12));
        double[][] centres = [.. Enumerable.Range(0, clusters).Select(_ => Normals(random, features))];
        var clusterOf = new int[count];
        var rows = new double[count][];
        for (var i = 0; i < count; i++)
        {
            clusterOf[i] = (int)random.NextBelow(clusters);
            var centre = centres[clusterOf[i]];
            rows[i] = rowKind switch
            {
                RowKind.Gaussian => Normals(random, features),
                RowKind.Clustered => [.. Normals(random, features).Zip(centre, (noise, middle) => middle + 0.3 * noise)],
                RowKind.Duplicates => [.. centre],
                RowKind.Rectified => [.. Normals(random, features).Select(value => Math.Max(0, value - 0.5))],
                RowKind.Opposite => [.. centre.Select(value => random.NextBelow(2) == 0 ? value : -value)],
                RowKind.AllEqual => [.. centres[0]],
                RowKind.AnySize => Sized(random, features),
                _ => [.. Normals(random, features).Select((value, feature) => value * Math.Exp(-feature) + (feature == 0 ? 3 : 0))],
            };
        }

        return new Problem
        {
            Rows = rows,
            Labels = [.. Enumerable.Range(0, count).Select(i => LabelOf(labelKind, i, clusterOf[i], random))],
            Anchors = anchors,
            Temperature = temperature,
            Seed = seed,
        };
    }

    private static int LabelOf(LabelKind kind, int row, int cluster, RandomStream random) => kind switch
    {
        LabelKind.Few => (int)random.NextBelow(4),
        LabelKind.Skewed => random.NextBelow(20) == 0 ? 1 + (int)random.NextBelow(5) : 0,
        LabelKind.OfClusters => cluster,
        LabelKind.Singletons => row < 3 ? row + 1 : 0,
        LabelKind.AllDistinct => row,
        LabelKind.One => 2,
        _ => (int)random.NextBelow(4) - 1,
    };

    private static double[] Normals(RandomStream random, int features) => [.. Enumerable.Range(0, features).Select(_ => random.NextNormal())];

    // Norms from subnormal to near the largest double that a rotation still leaves finite, and now and then a zero row.
    private static double[] Sized(RandomStream random, int features)
    {
        var exponent = -1060 + (int)random.NextBelow(2060);
        var factor = random.NextBelow(10) == 0 ? 0 : 1.0;
        return [.. Normals(random, features).Select(value => factor * Math.ScaleB(value, exponent))];
    }

    private static IEnumerable<Problem> Shrink(Problem problem)
    {
        var count = problem.Rows.Length;
        int[] all = [.. Enumerable.Range(0, count)];
        if (count > 1)
        {
            yield return problem.Take(all[(count / 2)..]);
            yield return problem.Take(all[..(count / 2)]);
            if (count <= 12)
            {
                foreach (var left in all) yield return problem.Take([.. all.Where(row => row != left)]);
            }
        }

        foreach (var features in new[] { 2, problem.Features / 2, problem.Features - 1 }.Where(features => features >= 2 && features < problem.Features).Distinct())
            yield return problem with { Rows = [.. problem.Rows.Select(row => row[..features])] };
        foreach (var anchors in new[] { 2, problem.Anchors / 2, problem.Anchors - 1 }.Where(anchors => anchors >= 2 && anchors < problem.Anchors).Distinct())
            yield return problem with { Anchors = anchors };
        if (problem.Temperature != "1") yield return problem with { Temperature = "1" };
        var last = problem.Labels.Max();
        if (last > 0) yield return problem with { Labels = [.. problem.Labels.Select(label => label == last ? 0 : label)] };
        var rounded = problem with { Rows = [.. problem.Rows.Select(row => row.Select(value => Math.Round(value)).ToArray())] };
        if (rounded.Rows.Zip(problem.Rows).Any(pair => !pair.First.SequenceEqual(pair.Second))) yield return rounded;
    }
}
