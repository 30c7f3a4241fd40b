using Infoscope.Plugins.DiffusionSpectral.LabelInformation;
using Infoscope.Plugins.DiffusionSpectral.Kernels;

namespace Infoscope.Plugins.DiffusionSpectral;

/// <summary>The options of <see cref="DiffusionSpectralEstimator"/>.</summary>
public sealed record DiffusionSpectralOptions
{
    /// <summary>Gets which entropy is taken; <c>diffusion</c> by default.</summary>
    [Option("which entropy of a set of points is taken; all but diffusion are what the authors compare with")]
    public EntropyKind Entropy { get; init; } = EntropyKind.Diffusion;

    /// <summary>Gets the diffusion operator; <c>random-walk</c> by default.</summary>
    [Option("diffusion operator of the entropy diffusion: the random walk of all published numbers, or normalised once more against the density of the points")]
    public DiffusionOperator Operator { get; init; } = DiffusionOperator.RandomWalk;

    /// <summary>Gets the bandwidth of the Gaussian kernel: a distance or a rule; <c>median/4</c> by default.</summary>
    [Option("bandwidth of the Gaussian kernel", Allowed = Kernels.Bandwidth.Allowed)]
    public string Bandwidth { get; init; } = "median/4";

    /// <summary>Gets the diffusion time t, above 0; 1 by default.</summary>
    [Option("diffusion time t of the entropy diffusion, the power of the operator", Allowed = "a number above 0")]
    public double Time { get; init; } = 1;

    /// <summary>Gets the number of nearest neighbours of the neighbour adjacency, itself among them; 10 by default.</summary>
    [Option("number of nearest neighbours of neighbour-adjacency, the row itself among them", Minimum = 1)]
    public int Neighbours { get; init; } = 10;

    /// <summary>Gets the number of bins of each feature of the binned entropy; 2 by default.</summary>
    [Option("number of bins of each feature of binned", Minimum = 1)]
    public int Bins { get; init; } = 2;

    /// <summary>Gets the most rows that are used; of more a seeded subsample is taken; 4,096 by default.</summary>
    [Option("most rows to use; of more a seeded subsample is taken, and values at different numbers of rows do not compare", Minimum = 2)]
    public int MaximumRows { get; init; } = 4096;

    /// <summary>Gets the most rows whose eigenvalues are computed one by one; beyond it they are estimated with a standard error; 2,048 by default.</summary>
    [Option("most rows whose eigenvalues are computed one by one; beyond it the entropy is estimated by stochastic Lanczos quadrature with a standard error", Minimum = 2)]
    public int ExactRows { get; init; } = 2048;

    /// <summary>Gets how far three standard errors of the random probes of a stochastic entropy may reach, in nats, as long as 512 probes suffice; 0.0035 by default, which is 0.005 bits.</summary>
    [Option("how far three standard errors of the random probes of a stochastic entropy may reach, in nats, as long as 512 probes suffice", Allowed = "a number above 0")]
    public double Tolerance { get; init; } = 0.0035;

    /// <summary>Gets whether classes are compared with subsets as large as they are; <c>true</c> by default.</summary>
    [Option("whether each class is compared with random subsets as large as it is; otherwise with all labelled rows")]
    public bool SizeMatched { get; init; } = true;

    /// <summary>Gets whether classes of one size share their subsets; <c>shared</c> by default.</summary>
    [Option("whether classes of one size share their subsets, as published, or each has its own, which is slower and less noisy")]
    public SubsetChoice Subsets { get; init; } = SubsetChoice.Shared;

    /// <summary>Gets the number R of subsets of each class; 5 by default.</summary>
    [Option("number of random subsets that each class is compared with", Minimum = 1)]
    public int Repetitions { get; init; } = 5;

    /// <summary>Gets the number of classes that a reference is cut into: bins of one column, spectral clusters of several; 10 by default.</summary>
    [Option("number of classes that a reference is cut into: bins of one column, spectral clusters of several", Minimum = 2, Maximum = 100)]
    public int ReferenceClasses { get; init; } = 10;
}
