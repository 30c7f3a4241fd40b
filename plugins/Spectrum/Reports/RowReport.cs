using Infoscope.Plugins.Spectrum.Rows;

namespace Infoscope.Plugins.Spectrum.Reports;

/// <summary>What is said of rows beside their numbers.</summary>
internal static class RowReport
{
    /// <summary>Makes the refusal of rows none of which can be used.</summary>
    public static NumericalFailureException NoRows(EstimationContext context, SpectrumOptions options, RowTally tally) => new(
        $"{context.EstimatorId} has no row that it can use: of {tally.Dropped} rows, {tally.Zero} are zero and {tally.NonFinite} are not finite{(options.Centre ? ", after centring" : "")}; check the activations.");

    /// <summary>Gives the notes about all numbers.</summary>
    public static IEnumerable<string> Notes(EstimationContext context, SpectrumOptions options, RowTally tally)
    {
        if (tally.Note(options) is { } leftOut) yield return leftOut;
        if (!options.UnitRows) yield return $"coding-rate-normalized is for rows of length 1 and may exceed 1 for others: see coding-rate-tight, which knows their lengths, or set {context.EstimatorId}.unit-rows=true";
    }

    /// <summary>Says why there is no coding rate.</summary>
    public static string Unresolved(EstimationContext context) =>
        $"coding rates are left out, as the distortion drowns in the rounding of the largest rows: raise {context.EstimatorId}.eps or set {context.EstimatorId}.unit-rows=true";

    /// <summary>Adds a note to the condition number.</summary>
    public static void AddRankNote(List<Estimate> estimates, string note)
    {
        var place = estimates.FindIndex(estimate => estimate.Quantity == SpectrumQuantities.ConditionNumber);
        estimates[place] = estimates[place] with { Notes = [note] };
    }
}
