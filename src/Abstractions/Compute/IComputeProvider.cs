namespace Infoscope.Compute;

/// <summary>Finds devices of one kind and opens sessions on them.</summary>
public interface IComputeProvider
{
    /// <summary>Gets the name, in lower case.</summary>
    string Name { get; }

    /// <summary>Finds the devices that are there now; never throws and never prints.</summary>
    IReadOnlyList<ComputeDevice> Probe();

    /// <summary>Opens a session on a device.</summary>
    /// <exception cref="ArgumentException">The device is none of this provider's.</exception>
    ComputeSession Open(ComputeDevice device, Precision precision);
}
