namespace Infoscope.Plugins.DiffusionSpectral.LabelInformation;

/// <summary>Which subsets a class is compared with.</summary>
public enum SubsetChoice
{
    /// <summary>Classes of one size share their subsets, as in the published code: R subsets for each size that occurs.</summary>
    Shared,

    /// <summary>Every class has subsets of its own, which makes the estimate less noisy and takes longer.</summary>
    Independent,
}
