namespace Infoscope.Plugins.Spectrum.Renyi.Kernels;

/// <summary>How alike two rows are; each is 1 for a row with itself.</summary>
public enum KernelKind
{
    /// <summary>exp(-|x-y|^2 / (2 bandwidth^2)).</summary>
    Rbf,

    /// <summary>The inner product of the rows, scaled to length 1.</summary>
    Linear,
}
