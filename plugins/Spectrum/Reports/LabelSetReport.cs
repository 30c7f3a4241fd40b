using Infoscope.Plugins.Spectrum.Labels;
using Infoscope.Plugins.Spectrum.Spectra;

namespace Infoscope.Plugins.Spectrum.Reports;

/// <summary>Turns the spectra of a label set into estimates.</summary>
internal sealed class LabelSetReport(LabelSetRows labelSet, LabelSpectra spectra, double eps)
{
    private readonly double most = Math.Log(spectra.Whole.LargestRank);

    /// <summary>Gives the estimates of the whole label set.</summary>
    public IEnumerable<Estimate> Whole()
    {
        var whole = spectra.Whole;
        var rate = 0.5 * whole.LogDeterminantNats(eps);
        // Rows of zeros alone have a rate, which is 0, but no density matrix.
        if (whole.Trace > 0)
        {
            var (entropy, information) = (whole.EntropyNats, spectra.InformationNats);
            // Permuting the labels of the labelled rows cannot change the entropy of those rows, so a null has nothing to say of it.
            if (!labelSet.Info.IsNull) yield return Of(Quantities.Entropy, entropy, most);
            yield return Of(Quantities.ConditionalEntropy, spectra.ConditionalEntropyNats, entropy);
            yield return Of(Quantities.MutualInformation, information, Math.Min(spectra.WeightEntropyNats, entropy));
        }

        if (spectra.ResolveRates(eps)) yield return Of(SpectrumQuantities.CodingRateReduction, spectra.CodingRateReductionNats(eps), rate);
    }

    /// <summary>Gives the estimates of each label.</summary>
    public IEnumerable<Estimate> Items()
    {
        foreach (var (label, spectrum) in spectra.OfLabels)
        {
            if (spectrum.Trace > 0) yield return Of(Quantities.ConditionalEntropy, spectrum.EntropyNats, Math.Log(spectrum.LargestRank), label, spectrum);
            if (!spectrum.ResolvesRate(eps)) continue;
            yield return Of(
                SpectrumQuantities.CodingRate, 0.5 * spectrum.LogDeterminantNats(eps), 0.5 * spectrum.EqualLogDeterminantNats(eps, spectrum.LargestRank), label, spectrum);
        }
    }

    private Estimate Of(Quantity quantity, double nats, double ceilingNats) => new()
    {
        Quantity = quantity,
        Value = Information.FromNats(nats),
        LabelSet = labelSet.Info.Name,
        Floor = Information.Zero,
        Ceiling = Information.FromNats(ceilingNats),
        // Of one row or one feature there is nothing to divide by.
        Scale = quantity != SpectrumQuantities.CodingRateReduction && quantity != SpectrumQuantities.CodingRate && most > 0 ? Information.FromNats(most) : null,
        RowsUsed = spectra.Whole.Rows,
        RowsDropped = labelSet.DroppedRows,
    };

    private Estimate Of(Quantity quantity, double nats, double ceilingNats, int label, RowSpectrum spectrum) => Of(quantity, nats, ceilingNats) with
    {
        Item = labelSet.Info.LabelNames[label],
        RowsUsed = spectrum.Rows,
        RowsDropped = labelSet.Dropped.GetValueOrDefault(label),
    };
}
