namespace Infoscope.Conformance;

/// <summary>Tests an equation that holds in distribution: over the estimator's own randomness the two sides have one distribution.</summary>
/// <remarks>
/// For each data set the left side is drawn with four seeds and the right side with four others. If they have one distribution, each of the 70 ways of dealing the eight out is
/// as likely as the one that was seen, so the largest difference of means has probability at most 2/70. The number of data sets that have it is binomial, and tested by its exact
/// tail at a stated level.
/// </remarks>
internal static class DistributionTest
{
    private const int Seeds = 4;

    // The 35 splits of eight into four and four, each by the four that are with the first.
    private static readonly int[] Splits = [.. Enumerable.Range(0, 256).Where(bits => int.PopCount(bits) == Seeds && (bits & 1) == 1)];

    /// <summary>Runs the cases.</summary>
    public static Tally Run(Check check, int cases, CaseReplay from, Action<TestCase> watch, CancellationToken cancellation)
    {
        var extremes = new Dictionary<string, (int Extreme, int All)>();
        var (ran, refused, refusal) = (0, 0, "");
        foreach (var one in Draws.Of(check, check.Property.Samples.Generator, cases, from))
        {
            if (ran == cases) break;
            cancellation.ThrowIfCancellationRequested();
            watch(one);
            try
            {
                var sides = Sides(check, one);
                if (sides.Count > 0) ran++;
                foreach (var (quantity, values) in sides)
                {
                    var (extreme, all) = extremes.GetValueOrDefault(quantity);
                    extremes[quantity] = (extreme + (IsExtreme(values) ? 1 : 0), all + 1);
                }
            }
            catch (RefusedException sentence)
            {
                (refused, refusal) = (refused + 1, sentence.Message);
            }
            catch (FaultException fault)
            {
                return new Tally { Ran = ran + 1, Refused = refused, Falsified = fault.Message, Counterexample = FaultShrinker.Smallest(check, one) };
            }
        }

        var falsified = extremes.Select(one => Falsified(one.Key, one.Value.Extreme, one.Value.All, AverageTest.Level / extremes.Count)).FirstOrDefault(sentence => sentence is not null);
        return new Tally { Ran = ran, Refused = refused, RefusalSentence = refusal, Falsified = falsified };
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

    // No split has a larger difference of means, and few have as large a one; ties, as among equal values, are not extreme.
    private static bool IsExtreme(double[] values)
    {
        var seen = Difference(values, Splits[0]);
        var tolerance = 1e-9 * values.Max(Math.Abs);
        return Splits.Skip(1).All(split => Difference(values, split) < seen - tolerance);
    }

    private static double Difference(double[] values, int split)
    {
        var difference = 0.0;
        for (var i = 0; i < values.Length; i++) difference += (split >> i & 1) == 1 ? values[i] : -values[i];
        return Math.Abs(difference) / Seeds;
    }

    private static string? Falsified(string quantity, int extreme, int all, double level)
    {
        var tail = Binomial.UpperTail(extreme, all, 1.0 / Splits.Length);
        if (tail >= level) return null;
        return FormattableString.Invariant($"{quantity}: the two sides were as far apart as eight draws can be in {extreme} of {all} data sets; with one distribution {all / (double)Splits.Length:0.0} are expected, and this many have probability {tail:G2}, below the level {level:G3}");
    }
}
