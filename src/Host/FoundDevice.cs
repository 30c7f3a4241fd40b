using Infoscope.Compute;

namespace Infoscope.Host;

/// <summary>A device with what opens sessions on it.</summary>
internal sealed record FoundDevice(IComputeProvider Provider, ComputeDevice Device);
