namespace Infoscope.Plugins.Spectrum.Reports;

/// <summary>A number of a spectrum with the range it must lie in, each in the unit of the quantity.</summary>
/// <param name="Quantity">What it is.</param>
/// <param name="Value">The number.</param>
/// <param name="Floor">The smallest possible.</param>
/// <param name="Ceiling">The largest possible; infinite where there is none.</param>
internal readonly record struct Measure(Quantity Quantity, double Value, double Floor, double Ceiling)
{
    /// <summary>Gets whether it rests on the coding rate.</summary>
    public bool IsOfRate => SpectrumQuantities.OfRate.Contains(Quantity);

    /// <summary>Makes the estimate of a number.</summary>
    public Estimate ToEstimate(long rowsUsed, long rowsDropped) => new()
    {
        Quantity = Quantity,
        Value = Of(Value),
        Floor = Of(Floor),
        Ceiling = double.IsInfinity(Ceiling) ? null : Of(Ceiling),
        // Of one row there is nothing to divide by.
        Scale = Quantity == SpectrumQuantities.MatrixEntropy && Ceiling > 0 ? Of(Ceiling) : null,
        RowsUsed = rowsUsed,
        RowsDropped = rowsDropped,
    };

    private Amount Of(double number) => Amount.Of(Quantity.Kind, number);
}
