using Infoscope.Plugins.Spectrum.Spectra;

namespace Infoscope.Plugins.Spectrum.Reports;

/// <summary>The numbers of one spectrum.</summary>
internal static class Measures
{
    /// <summary>Gives what is measured, in the order in which it is shown.</summary>
    public static Quantity[] QuantitiesOf(SpectrumOptions options) =>
    [
        SpectrumQuantities.CodingRate, SpectrumQuantities.CodingLength,
        // Of rows of any length it may exceed 1.
        .. options.UnitRows ? [SpectrumQuantities.CodingRateNormalized] : Array.Empty<Quantity>(),
        SpectrumQuantities.CodingRateTight, SpectrumQuantities.EquivalentRank, SpectrumQuantities.MatrixEntropy,
        SpectrumQuantities.EffectiveRankSingular, SpectrumQuantities.EffectiveRankCovariance, SpectrumQuantities.ParticipationRatio, SpectrumQuantities.StableRank,
        SpectrumQuantities.NumericalRank, SpectrumQuantities.ConditionNumber,
    ];

    /// <summary>Gives the numbers of a spectrum of positive trace, one for each of <see cref="QuantitiesOf"/>.</summary>
    public static Measure[] Of(RowSpectrum spectrum, SpectrumOptions options)
    {
        var (eps, rank, most) = (options.Eps, (double)spectrum.LargestRank, Math.Log(spectrum.LargestRank));
        var rate = 0.5 * spectrum.LogDeterminantNats(eps);
        var (least, largest) = (0.5 * spectrum.EqualLogDeterminantNats(eps, 1), 0.5 * spectrum.EqualLogDeterminantNats(eps, rank));
        // d unit rows at right angles have the largest rate of all; the factor n + d cancels.
        var full = 0.5 * spectrum.Features * NearZero.LogOnePlus(1 / (eps * eps));
        var lines = (double)spectrum.Rows + spectrum.Features;
        return
        [
            new(SpectrumQuantities.CodingRate, rate, least, largest),
            new(SpectrumQuantities.CodingLength, lines * rate, lines * least, lines * largest),
            .. options.UnitRows ? [new(SpectrumQuantities.CodingRateNormalized, rate / full, least / full, largest / full)] : Array.Empty<Measure>(),
            new(SpectrumQuantities.CodingRateTight, rate / largest, least / largest, 1),
            new(SpectrumQuantities.EquivalentRank, spectrum.EquivalentRank(eps), 1, rank),
            new(SpectrumQuantities.MatrixEntropy, spectrum.EntropyNats, 0, most),
            new(SpectrumQuantities.EffectiveRankSingular, spectrum.EffectiveRankSingular, 1, rank),
            new(SpectrumQuantities.EffectiveRankCovariance, spectrum.EffectiveRankCovariance, 1, rank),
            new(SpectrumQuantities.ParticipationRatio, spectrum.ParticipationRatio, 1, rank),
            new(SpectrumQuantities.StableRank, spectrum.StableRank, 1, rank),
            new(SpectrumQuantities.NumericalRank, spectrum.Rank, 1, rank),
            new(SpectrumQuantities.ConditionNumber, spectrum.ConditionNumber, 1, double.PositiveInfinity),
        ];
    }
}
