namespace Infoscope.Conformance;

/// <summary>Tests a law that holds in the limit of many rows: what it is broken by must be less by a quarter, on average, with sixteen times the rows.</summary>
/// <remarks>At the usual rate of one over the square root of the rows it is a quarter; less than three quarters is asked for, so that slower rates pass.</remarks>
internal static class LimitTest
{
    private const int Times = 16;
    private const double Fraction = 0.75;

    /// <summary>Runs the cases.</summary>
    public static Tally Run(Check check, int cases, CaseReplay from, Action<TestCase> watch, CancellationToken cancellation)
    {
        var series = new Dictionary<string, Series>();
        var (ran, refused, refusal) = (0, 0, "");
        var pairs = Draws.Of(check, check.Property.Population(1), cases, from).Zip(Draws.Of(check, check.Property.Population(Times), cases, from));
        foreach (var (few, many) in pairs)
        {
            if (ran == cases) break;
            cancellation.ThrowIfCancellationRequested();
            watch(many);
            try
            {
                var (before, after) = (Broken(check, few), Broken(check, many));
                if (before.Count > 0) ran++;
                foreach (var (quantity, amount) in before.Where(one => after.ContainsKey(one.Key)))
                {
                    if (!series.TryGetValue(quantity, out var those))
                        series[quantity] = those = new Series(Deviation.AtMost(quantity, 0, $"what breaks the law with {Times} times the rows", 0, "three quarters of what breaks it"));
                    those.Add(after[quantity] - (Fraction * amount));
                }
            }
            catch (RefusedException sentence)
            {
                (refused, refusal) = (refused + 1, sentence.Message);
            }
            catch (FaultException fault)
            {
                return new Tally { Ran = ran + 1, Refused = refused, Falsified = fault.Message, Counterexample = FaultShrinker.Smallest(check, many) };
            }
        }

        var falsified = series.Values.Select(those => those.Falsified(AverageTest.Level / series.Count)).FirstOrDefault(sentence => sentence is not null);
        return new Tally { Ran = ran, Refused = refused, RefusalSentence = refusal, Falsified = falsified };
    }

    private static Dictionary<string, double> Broken(Check check, TestCase one) =>
        check.Deviations(one.Configuration, check.ExperimentOn(one)).GroupBy(deviation => deviation.Quantity)
            .ToDictionary(same => same.Key, same => same.Average(deviation => deviation.IsEquation ? Math.Abs(deviation.Amount) : Math.Max(0, deviation.Amount)));
}
