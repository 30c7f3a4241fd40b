using FsCheck;
using FsCheck.Fluent;

namespace Infoscope.Plugins.Binning.Tests.Problems;

/// <summary>Generates and shrinks problems: 1 to 120 rows of 1 to 6 features in every mode and grid.</summary>
public static class ProblemGenerator
{
    private const int LargestRows = 120, LargestFeatures = 6, LargestBins = 12;

    private enum RowKind
    {
        Gaussian, Clustered, Whole, Rectified, AllEqual, Huge, Tiny,
    }

    public static Arbitrary<Problem> Problems { get; } = Arb.From(
        (from rowKind in Gen.Elements(Enum.GetValues<RowKind>())
         from rows in Gen.Frequency((1, Gen.Choose(1, 4)), (3, Gen.Choose(5, 40)), (1, Gen.Choose(41, LargestRows)))
         from features in Gen.Choose(1, LargestFeatures)
         from labels in Gen.Choose(1, 6)
         from mode in Gen.Elements("joint", "per-dimension", "exact", "argmax")
         from grid in Gen.Elements("min-max", "fixed", "quantile")
         from bins in Gen.Choose(2, LargestBins)
         from seed in Gen.Choose(0, int.MaxValue)
         select Make(rowKind, rows, features, labels, mode, grid, bins, (ulong)seed)).Where(problem => problem.IsUsable),
        problem => Shrink(problem).Where(smaller => smaller.IsUsable));

    private static Problem Make(RowKind kind, int count, int features, int labels, string mode, string grid, int bins, ulong seed)
    {
        var random = new RandomStream(seed, "problem");
        double[][] centres = [.. Enumerable.Range(0, 4).Select(_ => Normals(random, features))];
        return new Problem
        {
            Rows = [.. Enumerable.Range(0, count).Select(_ => RowOf(kind, random, features, centres))],
            Labels = [.. Enumerable.Range(0, count).Select(_ => (int)random.NextBelow(labels + 1) - 1)],
            Mode = mode,
            Grid = grid,
            Bins = bins,
        };
    }

    private static double[] RowOf(RowKind kind, RandomStream random, int features, double[][] centres)
    {
        var normals = Normals(random, features);
        return kind switch
        {
            RowKind.Clustered => [.. normals.Zip(centres[random.NextBelow(centres.Length)], (noise, middle) => middle + (0.1 * noise))],
            RowKind.Whole => [.. normals.Select(value => Math.Round(value))],
            RowKind.Rectified => [.. normals.Select(value => Math.Max(0, value))],
            RowKind.AllEqual => [.. centres[0]],
            RowKind.Huge => [.. normals.Select(value => Math.Clamp(value, -1, 1) * double.MaxValue)],
            RowKind.Tiny => [.. normals.Select(value => Math.ScaleB(value, -1070))],
            _ => normals,
        };
    }

    private static IEnumerable<Problem> Shrink(Problem problem)
    {
        for (var size = problem.Rows.Length / 2; size >= 1; size /= 2)
        {
            for (var start = 0; start + size <= problem.Rows.Length && problem.Rows.Length > size; start += size)
            {
                int[] kept = [.. Enumerable.Range(0, problem.Rows.Length).Where(row => row < start || row >= start + size)];
                yield return problem with { Rows = [.. kept.Select(row => problem.Rows[row])], Labels = [.. kept.Select(row => problem.Labels[row])] };
            }
        }

        if (problem.Rows[0].Length > 1) yield return problem with { Rows = [.. problem.Rows.Select(row => row[1..])] };
        if (problem.Bins > 2) yield return problem with { Bins = 2 };
    }

    private static double[] Normals(RandomStream random, int features) => [.. Enumerable.Range(0, features).Select(_ => random.NextNormal())];
}
