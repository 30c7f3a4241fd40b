using System.Reflection;
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

    /// <summary>Opens a session in double precision that computes like the processor and says that it is something else.</summary>
    public static ComputeSession OpenElsewhere()
    {
        var device = new ComputeDevice { Id = "elsewhere", Description = "the processor by another name" };
        return (ComputeSession)Activator.CreateInstance(typeof(CpuComputeSession), BindingFlags.Instance | BindingFlags.NonPublic, null, [device, Precision.Double], null)!;
    }
}
