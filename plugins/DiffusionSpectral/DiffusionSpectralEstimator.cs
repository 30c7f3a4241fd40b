using Infoscope.Plugins.DiffusionSpectral.Kernels;

namespace Infoscope.Plugins.DiffusionSpectral;

/// <summary>Entropy of the spectrum of a diffusion over the rows, and what it tells of labels.</summary>
[Estimator(
    "diffusion-spectral",
    Summary = "entropy of the spectrum of a diffusion over the rows, and how much of it labels explain",
    Citation = "C. Liao, D. Liu et al., Assessing Neural Network Representations During Training Using Noise-Resilient Diffusion Spectral Entropy, arXiv 2312.04823",
    Options = typeof(DiffusionSpectralOptions))]
[Estimates("entropy")]
[Estimates("conditional-entropy")]
[Estimates("mutual-information")]
[Claims(Law.Deterministic, Exactness.Exact)]
public sealed class DiffusionSpectralEstimator : IEstimator
{
    /// <inheritdoc/>
    public InputRequirements Requires(OptionValues options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var bound = options.Bind<DiffusionSpectralOptions>();
        Bandwidth.Parse(bound.Bandwidth, options.Owner);
        if (!(bound.Time > 0) || !double.IsFinite(bound.Time)) throw new OptionException($"{options.Owner}.time is {bound.Time}; it must be above 0 and finite.");
        return new InputRequirements
        {
            Access = RowAccess.AllRows,
            MaximumRows = bound.MaximumRows,
            MinimumRows = 2,
            Precision = Precision.Double,
            Labels = InputNeed.Optional,
            Reference = InputNeed.Optional,
            BytesPerLabel = sizeof(int),
        };
    }

    /// <inheritdoc/>
    public IEstimation Begin(EstimationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new DiffusionSpectralEstimation(context);
    }
}
