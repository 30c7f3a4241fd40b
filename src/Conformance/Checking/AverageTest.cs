namespace Infoscope.Conformance;

/// <summary>Tests a law that holds on average over data sets of one kind: by Student's t over the data sets, with a correction for skewness, at a stated level.</summary>
/// <remarks>Each comparison has a series of its own under each configuration, so that one cannot make up for another; the level is shared out among them.</remarks>
internal static class AverageTest
{
    /// <summary>The probability that a law that holds is called falsified.</summary>
    public const double Level = 0.001;

    /// <summary>Runs the cases.</summary>
    public static Tally Run(Check check, int cases, CaseReplay from, Action<TestCase> watch, CancellationToken cancellation)
    {
        var series = new SeriesTable();
        bool Take(TestCase one)
        {
            // One number for each comparison and data set: what is compared several times is averaged, as it is not independent.
            var deviations = check.Deviations(one.Configuration, check.ExperimentOn(one)).GroupBy(deviation => (deviation.Quantity, deviation.LeftName, deviation.RightName)).ToArray();
            foreach (var same in deviations) series.Of(one.Configuration, same.First(), check.ToleranceOf(one)).Add(same.Average(deviation => deviation.Amount));
            return deviations.Length > 0;
        }

        var tally = DataSets.Run(check, DataSets.Population(check, 1, cases, from), cases, watch, Take, cancellation);
        return series.Judge(tally);
    }
}
