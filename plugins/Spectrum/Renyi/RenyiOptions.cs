using Infoscope.Plugins.Spectrum.Renyi.Kernels;

namespace Infoscope.Plugins.Spectrum.Renyi;

/// <summary>The options of <see cref="RenyiEstimator"/>.</summary>
public sealed record RenyiOptions
{
    /// <summary>Gets the order a of the entropy, above 0 and at most a million; 1 by default, which is von Neumann's entropy and the only one that has the laws of information.</summary>
    [Option("order of the entropy; 1 is von Neumann's and has the laws of information, 2 needs no eigenvalues", Maximum = 1e6, Allowed = "a number above 0 and at most 1000000")]
    public double Alpha { get; init; } = 1;

    /// <summary>Gets the kernel; <c>rbf</c> by default.</summary>
    [Option("kernel of two rows: Gaussian in their distance, or the cosine of their angle")]
    public KernelKind Kernel { get; init; } = KernelKind.Rbf;

    /// <summary>Gets the bandwidth of the Gaussian kernel: a distance or a rule; <c>median</c> by default.</summary>
    [Option("bandwidth of the kernel rbf, and by the same rule that of a reference", Allowed = Kernels.Bandwidth.Allowed)]
    public string Bandwidth { get; init; } = "median";

    /// <summary>Gets the most rows that are used; of more a seeded subsample is taken; 2,048 by default.</summary>
    [Option("most rows to use; of more a seeded subsample is taken, and values at different numbers of rows do not compare", Minimum = 2, Maximum = 16384)]
    public int MaximumRows { get; init; } = 2048;
}
