namespace Infoscope.Conformance.Generators;

/// <summary>Smaller samples of the same domain.</summary>
internal static class SampleShrinker
{
    /// <summary>Gives smaller samples, large steps first: fewer rows, fewer features, simpler labels, rows in the order of their labels, simpler values, a smaller seed.</summary>
    /// <remarks>
    /// Each is strictly smaller by (rows, features, labels by the measure of <see cref="LabelShrinker"/>, pairs of rows out of order, values, seed), the first difference
    /// deciding; how values are smaller, <see cref="RowShrinker.SimplerValues"/> says. Each of these orders has no endless descent, so neither has the whole.
    /// </remarks>
    public static IEnumerable<Sample> Shrink(Sample sample, SampleDomain domain) =>
        Shrink(sample, RowShrinker.FewerFeatures(sample.Rows), RowShrinker.SimplerValues(sample.Rows)).Where(smaller => domain.Contains(smaller.Rows));

    /// <summary>Gives smaller samples whose rows are distributions, as those of <paramref name="sample"/> must be: with fewer features what is left is divided by its sum.</summary>
    /// <remarks>Values are smaller by the measure of <see cref="ProbabilityGenerators.Shrink"/>, summed over the rows.</remarks>
    public static IEnumerable<Sample> ShrinkDistributions(Sample sample) => Shrink(
        sample,
        RowShrinker.FewerFeatures(sample.Rows).Select(rows => Array.ConvertAll(rows, row => RowKind.Distribution.Nearest(row))),
        SimplerDistributions(sample.Rows));

    private static IEnumerable<Sample> Shrink(Sample sample, IEnumerable<double[][]> fewerFeatures, IEnumerable<double[][]> simplerValues) =>
        FewerRows(sample)
            .Concat(fewerFeatures.Select(rows => sample with { Rows = rows }))
            .Concat(LabelShrinker.Shrink(sample.Labels).Select(labels => sample with { Labels = labels }))
            .Concat(InLabelOrder(sample))
            .Concat(simplerValues.Select(rows => sample with { Rows = rows }))
            .Concat(SmallerSeeds(sample.Seed).Select(seed => sample with { Seed = seed }));

    private static IEnumerable<double[][]> SimplerDistributions(double[][] rows)
    {
        for (var row = 0; row < rows.Length; row++)
        {
            foreach (var simpler in ProbabilityShrinker.Shrink(rows[row]).Where(simpler => simpler.Length == rows[row].Length))
                yield return [.. rows[..row], simpler, .. rows[(row + 1)..]];
        }
    }

    private static IEnumerable<Sample> FewerRows(Sample sample)
    {
        int[] labelled = [.. Enumerable.Range(0, sample.Rows.Length).Where(row => sample.Labels.Fine[row] >= 0)];
        if (labelled.Length < sample.Rows.Length && labelled.Length > 0) yield return sample.Take(labelled);
        foreach (var kept in Subsets.LeavingOut(sample.Rows.Length))
        {
            if (Array.Exists(kept, row => sample.Labels.Fine[row] >= 0)) yield return sample.Take(kept);
        }
    }

    private static IEnumerable<Sample> InLabelOrder(Sample sample)
    {
        // Unlabelled rows go last. The order is stable, so a sample already in order gives itself.
        int[] order = [.. Enumerable.Range(0, sample.Rows.Length).OrderBy(row => (uint)sample.Labels.Fine[row])];
        if (!order.SequenceEqual(Enumerable.Range(0, order.Length))) yield return sample.Take(order);
    }

    private static IEnumerable<ulong> SmallerSeeds(ulong seed) =>
        new ulong[] { 0, 1, 2, 3, seed >> 16, seed >> 8, seed >> 1 }.Where(smaller => smaller < seed).Distinct();
}
