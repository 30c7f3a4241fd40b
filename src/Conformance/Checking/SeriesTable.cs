namespace Infoscope.Conformance;

/// <summary>The series of a check, one for each configuration and comparison.</summary>
internal sealed class SeriesTable
{
    private readonly Dictionary<(Configuration, string, string, string), Series> all = [];

    /// <summary>Gives the series of a comparison.</summary>
    public Series Of(Configuration configuration, Deviation deviation, double tolerance)
    {
        var key = (configuration, deviation.Quantity, deviation.LeftName, deviation.RightName);
        if (!all.TryGetValue(key, out var series)) all[key] = series = new Series(deviation, configuration, tolerance);
        return series;
    }

    /// <summary>Falsifies what was tallied by the first series that breaks the law, at the level of all of them together.</summary>
    public Tally Judge(Tally tally)
    {
        if (tally.Falsified is not null) return tally;
        var broken = all.Values.Select(series => (series.Quantity, Sentence: series.Falsified(AverageTest.Level / all.Count))).FirstOrDefault(one => one.Sentence is not null);
        return tally with { Falsified = broken.Sentence, Quantity = broken.Quantity ?? "" };
    }
}
