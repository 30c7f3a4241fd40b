using Infoscope.Plugins.Spectrum.Spectra;

namespace Infoscope.Plugins.Spectrum.Labels;

/// <summary>The spectra of the rows of each label and of all labelled rows, and what they say of the labels, in nats.</summary>
internal sealed class LabelSpectra(RowSpectrum whole, IReadOnlyDictionary<int, RowSpectrum> ofLabels)
{
    // Of the labels, so that one label alone has the weight 1 to the bit.
    private readonly double trace = ofLabels.Values.Sum(label => label.Trace);

    /// <summary>Gets the spectrum of all labelled rows.</summary>
    public RowSpectrum Whole => whole;

    /// <summary>Gets the spectrum of each label that has a row.</summary>
    public IReadOnlyDictionary<int, RowSpectrum> OfLabels => ofLabels;

    /// <summary>Gets sum w_y S(rho_y) with w_y = tr K_y / tr K, which for unit rows is the frequency of the label.</summary>
    /// <remarks>rho = Z'Z / tr Z'Z is the mean of the rho_y with these weights alone.</remarks>
    public double ConditionalEntropyNats => OfLabels.Values.Sum(label => WeightOf(label) * label.EntropyNats);

    /// <summary>Gets the Holevo quantity S(rho) - sum w_y S(rho_y), at least 0 because S is concave.</summary>
    public double InformationNats => Whole.EntropyNats - ConditionalEntropyNats;

    /// <summary>Gets -sum w_y ln w_y, which for unit rows is the entropy of the labels.</summary>
    public double WeightEntropyNats => SpectralEntropy.ShannonNats([.. OfLabels.Values.Select(WeightOf)]);

    /// <summary>Tells whether the distortion stands out from rounding in all of them.</summary>
    public bool ResolveRates(double eps) => Whole.ResolvesRate(eps) && OfLabels.Values.All(label => label.ResolvesRate(eps));

    /// <summary>Gives R(Z) - sum n_y/n R(Z_y), at least 0 because the logarithm of a determinant is concave in Z'Z/n.</summary>
    public double CodingRateReductionNats(double eps) =>
        0.5 * (Whole.LogDeterminantNats(eps) - OfLabels.Values.Sum(label => (double)label.Rows / Whole.Rows * label.LogDeterminantNats(eps)));

    private double WeightOf(RowSpectrum label) => label.Trace / trace;
}
