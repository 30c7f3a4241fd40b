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
        var series = new SeriesTable();
        using var fewer = DataSets.Population(check, 1, cases, from).GetEnumerator();
        bool Take(TestCase many)
        {
            fewer.MoveNext();
            var (before, after) = (Broken(check, fewer.Current), Broken(check, many));
            foreach (var (quantity, amount) in before.Where(one => after.ContainsKey(one.Key)))
            {
                var comparison = Deviation.AtMost(quantity, 0, $"what breaks the law with {Times} times the rows", 0, "three quarters of what breaks it");
                series.Of(many.Configuration, comparison, check.ToleranceOf(many)).Add(after[quantity] - (Fraction * amount));
            }

            return before.Count > 0;
        }

        var tally = DataSets.Run(check, DataSets.Population(check, Times, cases, from), cases, watch, Take, cancellation);
        return series.Judge(tally);
    }

    private static Dictionary<string, double> Broken(Check check, TestCase one) =>
        check.Deviations(one.Configuration, check.ExperimentOn(one)).GroupBy(deviation => deviation.Quantity)
            .ToDictionary(same => same.Key, same => same.Average(deviation => deviation.IsEquation ? Math.Abs(deviation.Amount) : Math.Max(0, deviation.Amount)));
}
