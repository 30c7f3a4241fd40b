using Infoscope.Compute;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Problems;

/// <summary>Opens sessions on the processor.</summary>
internal static class TestCompute
{
    /// <summary>Opens a session in double precision.</summary>
    public static ComputeSession Open() => Open(Precision.Double);

    /// <summary>Opens a session.</summary>
    public static ComputeSession Open(Precision precision)
    {
        var provider = new CpuComputeProvider();
        return provider.Open(provider.Probe()[0], precision);
    }
}
