using Infoscope.Compute;
using Infoscope.Plugins.DiffusionSpectral.Kernels;
using Infoscope.Plugins.DiffusionSpectral.LabelInformation;
using Infoscope.Plugins.DiffusionSpectral.Tests.Problems;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.LabelInformation;

/// <summary>Computes informations of labels without an estimation around them.</summary>
internal static class Informations
{
    /// <summary>Gives the size-matched information.</summary>
    public static ClassInformation Of(IPointEntropy entropy, Points points, ReadOnlySpan<int> labels, ISubsets subsets, int repetitions = 5, SubsetChoice choice = SubsetChoice.Shared) =>
        Estimator(entropy, points, subsets, repetitions, choice).Of(Classes.Of(labels));

    /// <summary>Makes an estimator that does not know the entropy of all points, which nothing size-matched may look at.</summary>
    public static InformationEstimator Estimator(IPointEntropy entropy, Points points, ISubsets subsets, int repetitions = 5, SubsetChoice choice = SubsetChoice.Shared)
    {
        var unknown = new PointEntropy { Nats = double.NaN, StandardErrorNats = double.NaN, CeilingNats = double.NaN };
        return new InformationEstimator(points, unknown, entropy, subsets, new DiffusionSpectralOptions { Repetitions = repetitions, Subsets = choice });
    }

    /// <summary>Makes the exact entropy of the random walk.</summary>
    public static ExactEntropy Exact(ComputeSession compute, double bandwidth, double time = 1) =>
        new(compute, bandwidth, DiffusionOperator.RandomWalk, time);

    /// <summary>Makes the subsets of a seed.</summary>
    public static RandomSubsets Subsets(ulong seed) => new(purpose => new RandomStream(seed, purpose));

    /// <summary>Gives bits.</summary>
    public static double Bits(double nats) => nats / Math.Log(2);
}
