namespace Infoscope.Conformance;

/// <summary>Tests a law that holds on average over data sets of one kind: by Student's t over the data sets, at a stated level.</summary>
internal static class AverageTest
{
    /// <summary>The probability that a law that holds is called falsified.</summary>
    public const double Level = 0.001;

    /// <summary>Runs the cases.</summary>
    public static Tally Run(Check check, int cases, CaseReplay from, Action<TestCase> watch, CancellationToken cancellation)
    {
        var series = new Dictionary<(string, string, string), Series>();
        var (ran, refused, refusal) = (0, 0, "");
        foreach (var one in Draws.Of(check, check.Property.Population(1), cases, from))
        {
            if (ran == cases) break;
            cancellation.ThrowIfCancellationRequested();
            watch(one);
            try
            {
                // One number for each comparison and data set: what is compared several times is averaged, as it is not independent.
                var deviations = check.Deviations(one.Configuration, check.ExperimentOn(one)).GroupBy(deviation => (deviation.Quantity, deviation.LeftName, deviation.RightName)).ToArray();
                if (deviations.Length > 0) ran++;
                foreach (var same in deviations)
                {
                    if (!series.TryGetValue(same.Key, out var those)) series[same.Key] = those = new Series(same.First());
                    those.Add(same.Average(deviation => deviation.Amount));
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

        var falsified = series.Values.Select(those => those.Falsified(Level / series.Count)).FirstOrDefault(sentence => sentence is not null);
        return new Tally { Ran = ran, Refused = refused, RefusalSentence = refusal, Falsified = falsified };
    }
}
