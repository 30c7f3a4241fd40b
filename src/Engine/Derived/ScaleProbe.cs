using Infoscope.Engine.Calibration;
using Infoscope.Engine.Results;

namespace Infoscope.Engine.Derived;

/// <summary>How values move when every row is doubled, for estimators that do not claim that they stay.</summary>
/// <remarks>Doubling loses no bit. For a method with a bandwidth it is the same as halving the bandwidth.</remarks>
internal static class ScaleProbe
{
    /// <summary>The factor.</summary>
    public const int Factor = 2;

    private const string Alike = "no standard error: both values come of the same rows and draws";

    /// <summary>Gives the values on doubled rows less those on the rows as they are; of wholes alone, for what a value was against has no place beside what the difference is against.</summary>
    public static IEnumerable<ResultRow> Rows(IEnumerable<ResultRow> rows, EstimateSet doubled)
    {
        var values = EstimateKey.Index(doubled);
        return from row in rows
               where row.IsWhole && values.ContainsKey(EstimateKey.Of(row))
               let move = values[EstimateKey.Of(row)].Value.Number - row.Value
               select row.Derived(row.Quantity + ResultRow.DifferenceSuffix, ResultRow.RowsDoubled, new Measurement { Value = move }) with
               {
                   Verdict = double.IsFinite(move) ? "" : Verdicts.NotFinite,
                   Notes = [Alike],
               };
    }

    /// <summary>Gives the survey of the doubled rows.</summary>
    public static ActivationSurvey? Of(ActivationSurvey? survey) => survey is null ? null : survey with
    {
        Mean = [.. survey.Mean.Select(value => Factor * value)],
        Minimum = [.. survey.Minimum.Select(value => Factor * value)],
        Maximum = [.. survey.Maximum.Select(value => Factor * value)],
        SmallestNorm = Factor * survey.SmallestNorm,
        MeanNorm = Factor * survey.MeanNorm,
        LargestNorm = Factor * survey.LargestNorm,
        Reservoir = survey.Reservoir.ToArray().Select(value => Factor * value).ToArray(),
    };
}
