using Infoscope.Compute;

namespace Infoscope.Plugins.Spectrum.Tests.Spectra;

/// <summary>Opens compute sessions on the processor.</summary>
internal static class TestCompute
{
    public static ComputeSession Open()
    {
        var provider = new CpuComputeProvider();
        return provider.Open(provider.Probe()[0], Precision.Double);
    }
}
