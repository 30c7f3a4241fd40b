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

    /// <summary>Gives the values on doubled rows less those on the rows as they are.</summary>
    public static IEnumerable<ResultRow> Rows(IEnumerable<ResultRow> rows, EstimateSet doubled)
    {
        var values = EstimateKey.Index(doubled);
        return from row in rows
               where row.Item.Length == 0 && values.ContainsKey(new EstimateKey(row.Quantity, row.LabelSet, row.Item, row.Against))
               let value = values[new EstimateKey(row.Quantity, row.LabelSet, row.Item, row.Against)].Value.Number
               select row.Derived(row.Quantity + ResultRow.DifferenceSuffix, ResultRow.RowsDoubled, new Measurement { Value = value - row.Value }) with { Verdict = double.IsFinite(value - row.Value) ? "" : Verdicts.NotFinite, Notes = [Alike] };
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
