using Infoscope.Plugins.Spectrum.Spectra;

namespace Infoscope.Plugins.Spectrum.Reports;

/// <summary>What random isotropic rows of the same number and dimension give, beside the numbers of a spectrum of unit rows.</summary>
internal static class IsotropicMeasures
{
    /// <summary>What the numbers are against.</summary>
    public const string Rows = "isotropic rows";

    private const string Note = "the mean of random isotropic rows of the same number and dimension; its error is their standard deviation";

    /// <summary>Gives what is measured.</summary>
    public static Quantity[] QuantitiesOf(SpectrumOptions options, int features)
    {
        if (!options.UnitRows) return [];
        // Where the distortion is longer than rows all ranks have nearly the same rate, and its closed form has no digits left to tell them.
        return features >= options.Eps * options.Eps ? [SpectrumQuantities.CodingRateNormalized, SpectrumQuantities.EquivalentRank] : [SpectrumQuantities.CodingRateNormalized];
    }

    /// <summary>Gives the numbers for some rows, at least one, in the order of <see cref="QuantitiesOf"/>: the mean over draws, and the standard deviation.</summary>
    public static (double Mean, double Deviation)[] Of(long rows, int features, SpectrumOptions options)
    {
        // Less their mean, rows fill one direction of their number less.
        var free = options.Centre ? Math.Max(1, rows - 1) : rows;
        var isotropic = IsotropicRows.Of(free, features, options.Eps);
        var full = features * NearZero.LogOnePlus(1 / (options.Eps * options.Eps));
        return Array.ConvertAll(QuantitiesOf(options, features), quantity => quantity == SpectrumQuantities.CodingRateNormalized
            ? (isotropic.MeanNats / full, isotropic.DeviationNats / full)
            : EquivalentRank.Of(isotropic, features / (options.Eps * options.Eps), Math.Min(free, features)));
    }

    /// <summary>Makes the estimate of a number.</summary>
    public static Estimate ToEstimate(Quantity quantity, (double Mean, double Deviation) measure, long rows, long rowsDropped) => new()
    {
        Quantity = quantity,
        Value = Amount.Of(quantity.Kind, measure.Mean),
        Against = Rows,
        StandardError = measure.Deviation,
        RowsUsed = rows,
        RowsDropped = rowsDropped,
        Notes = [Note],
    };
}
