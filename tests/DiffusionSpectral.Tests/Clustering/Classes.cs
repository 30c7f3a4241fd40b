using Infoscope.Compute;
using Infoscope.Plugins.DiffusionSpectral.Clustering;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Clustering;

/// <summary>Makes classes of a reference on the processor.</summary>
internal static class Classes
{
    public static int[] Of(Points reference, int clusters = 10, int neighbours = 10, ulong seed = 1, Precision precision = Precision.Double, CancellationToken cancellation = default)
    {
        using var compute = Session(precision);
        var settings = new ReferenceSettings { Clusters = clusters, Neighbours = neighbours };
        var classes = ReferenceClasses.Of(compute, reference, settings, new RandomStream(seed, "classes"), cancellation);
        Assert.Equal(0, compute.LiveMatrices);
        return classes;
    }

    public static ComputeSession Session(Precision precision = Precision.Double)
    {
        var provider = new CpuComputeProvider();
        return provider.Open(provider.Probe()[0], precision);
    }
}
