using Infoscope.Conformance.Truths;

namespace Infoscope.Conformance;

/// <summary>Tests an equation that holds in distribution: over the estimator's own randomness the two sides have one distribution.</summary>
/// <remarks>
/// For each data set the left side is drawn with four seeds and the right side with four others. If they have one distribution, each of the 35 ways of dealing the eight out into four
/// and four is as likely as the one that was seen, so the share of ways whose means lie less far apart than those seen (ties, that one among them, count half) is 1/2 on average with
/// a variance of at most 1/12; the same for distances from the median of the eight. The mean over the data sets is tested by the normal distribution at a stated level, against too large a share.
/// </remarks>
internal static class DistributionTest
{
    private const int Seeds = 4;

    // The 35 splits of eight into four and four, each by the four that are with the first; the one that is seen comes first.
    private static readonly int[] Splits = [.. Enumerable.Range(0, 256).Where(bits => int.PopCount(bits) == Seeds && (bits & 1) == 1)];

    /// <summary>Runs the cases.</summary>
    public static Tally Run(Check check, int cases, CaseReplay from, Action<TestCase> watch, CancellationToken cancellation)
    {
        var shares = new Dictionary<(Configuration Configuration, string Quantity, string What), List<double>>();
        void Add(Configuration configuration, string quantity, string what, double[] values)
        {
            if (!shares.TryGetValue((configuration, quantity, what), out var those)) shares[(configuration, quantity, what)] = those = [];
            those.Add(ShareLessFarApart(values));
        }

        bool Take(TestCase one)
        {
            var sides = Sides(check, one);
            foreach (var (quantity, values) in sides)
            {
                Add(one.Configuration, quantity, "means", values);
                Add(one.Configuration, quantity, "spreads", FromTheirMedian(values));
            }

            return sides.Count > 0;
        }

        var tally = DataSets.Run(check, DataSets.Of(check, cases, from), cases, watch, Take, cancellation);
        if (tally.Falsified is not null) return tally;
        var broken = shares.Select(one => (one.Key.Quantity, Sentence: Falsified(one.Key.Configuration, one.Key.Quantity, one.Key.What, one.Value, AverageTest.Level / shares.Count))).FirstOrDefault(one => one.Sentence is not null);
        return tally with { Falsified = broken.Sentence, Quantity = broken.Quantity ?? "" };
    }

    // The first comparison of each quantity: the others of the same data set depend on it.
    private static Dictionary<string, double[]> Sides(Check check, TestCase one)
    {
        var sides = new Dictionary<string, double[]>();
        for (var draw = 0; draw < 2 * Seeds; draw++)
        {
            var experiment = check.ExperimentOn(one);
            var seeded = new Experiment(experiment.Subject, experiment.Configuration, experiment.Trial, experiment.Sample) { EstimatorSeed = one.Sample.Seed + (ulong)draw };
            foreach (var deviation in check.Deviations(one.Configuration, seeded).DistinctBy(deviation => deviation.Quantity))
            {
                if (!sides.TryGetValue(deviation.Quantity, out var values)) sides[deviation.Quantity] = values = new double[2 * Seeds];
                values[draw] = draw < Seeds ? deviation.Left : deviation.Right;
            }
        }

        return sides;
    }

    private static double ShareLessFarApart(double[] values)
    {
        var differences = Splits.Select(split => Difference(values, split)).ToArray();
        var (seen, tolerance) = (differences[0], 1e-9 * values.Max(Math.Abs));
        return differences.Sum(other => other < seen - tolerance ? 1 : other <= seen + tolerance ? 0.5 : 0) / differences.Length;
    }

    private static double[] FromTheirMedian(double[] values)
    {
        var sorted = values.Order().ToArray();
        var median = (sorted[Seeds - 1] + sorted[Seeds]) / 2;
        return [.. values.Select(value => Math.Abs(value - median))];
    }

    private static double Difference(double[] values, int split)
    {
        var difference = 0.0;
        for (var i = 0; i < values.Length; i++) difference += (split >> i & 1) == 1 ? values[i] : -values[i];
        return Math.Abs(difference) / Seeds;
    }

    private static string? Falsified(Configuration configuration, string quantity, string what, List<double> shares, double level)
    {
        var most = 0.5 - (NormalDistribution.Quantile(level) / Math.Sqrt(12.0 * shares.Count));
        var mean = shares.Average();
        if (mean <= most) return null;
        var under = configuration.Text.Length == 0 ? "" : $" under {configuration.Text}";
        return FormattableString.Invariant($"{quantity}: over {shares.Count} data sets{under}, the {what} of the two sides lie farther apart than {100 * mean:0.#} % of the ways to deal their eight draws out, on average; one distribution gives 50 %, and chance explains up to {100 * most:0.#} % at the level {level:G3}");
    }
}
