namespace Infoscope.Plugins.Spectrum.Rows;

/// <summary>Makes of a row what its spectrum is taken of: less the mean if wanted, then scaled to length 1 if wanted.</summary>
internal sealed class RowPreparation(int features, bool unitRows, RowCentre? centre)
{
    // Between these magnitudes squares neither overflow nor lose bits; outside, a power of two moves a unit row there without rounding.
    private const double Small = 1e-140, Large = 1e140;
    private static readonly double TowardsOne = Math.ScaleB(1, 600);

    private readonly double[] prepared = new double[features];

    /// <summary>Gets whether rows are scaled to length 1.</summary>
    public bool UnitRows => unitRows;

    /// <summary>Gets the mean row; null without centring.</summary>
    public RowCentre? Centre => centre;

    /// <summary>Gets the last row that was used, until the next.</summary>
    public ReadOnlySpan<double> Row => prepared;

    /// <summary>Gets the largest magnitude in the last row, before it was scaled.</summary>
    public double Magnitude { get; private set; }

    /// <summary>Prepares a row.</summary>
    public RowFate Prepare(ReadOnlySpan<double> row)
    {
        if (centre is not null)
        {
            centre.Subtract(row, prepared);
            row = prepared;
        }

        var largest = RowArithmetic.LargestMagnitude(row);
        Magnitude = largest;
        if (!double.IsFinite(largest)) return RowFate.NonFinite;
        if (unitRows && largest == 0) return RowFate.Zero;
        if (unitRows) RowArithmetic.Normalize(row, largest < Small ? TowardsOne : largest > Large ? 1 / TowardsOne : 1, prepared);
        else if (centre is null) row.CopyTo(prepared);
        return RowFate.Used;
    }

    /// <summary>Refuses rows as they are whose squares leave the range of a double; lengths of 1 never do.</summary>
    /// <param name="magnitude">The largest magnitude in all rows.</param>
    /// <param name="owner">The id of the estimator.</param>
    /// <exception cref="NumericalFailureException">The squares overflow or vanish, or every row is zero.</exception>
    public void CheckRange(double magnitude, string owner)
    {
        if (unitRows) return;
        if (magnitude == 0) throw new NumericalFailureException($"{owner} has no row that is not zero{(centre is null ? "" : " after centring")}, and zero rows have no spectrum; check the activations.");
        if (magnitude is < Small or > Large)
            throw new NumericalFailureException($"the largest value of the rows is {magnitude:G3}, and {owner} squares them: it must lie between {Small:G1} and {Large:G1}; scale the rows, or set {owner}.unit-rows=true.");
    }
}
