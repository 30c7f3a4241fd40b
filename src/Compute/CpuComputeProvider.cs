using System.Runtime.Intrinsics;

namespace Infoscope.Compute;

/// <summary>Offers the processor, as one device with the id <c>cpu</c>; needs nothing that is not part of .NET.</summary>
/// <remarks>Safe to use from any thread; each session it opens belongs to one.</remarks>
public sealed class CpuComputeProvider : IComputeProvider
{
    /// <summary>The id of the one device.</summary>
    public const string DeviceId = "cpu";

    /// <inheritdoc/>
    public string Name => "cpu";

    /// <inheritdoc/>
    public IReadOnlyList<ComputeDevice> Probe() => [Describe()];

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="precision"/> is not one of the named values.</exception>
    public ComputeSession Open(ComputeDevice device, Precision precision)
    {
        ArgumentNullException.ThrowIfNull(device);
        if (device.Id != DeviceId)
            throw new ArgumentException($"device {device.Id} is none of provider {Name}, which has {DeviceId} alone.", nameof(device));
        if (!Enum.IsDefined(precision))
            throw new ArgumentOutOfRangeException(nameof(precision), precision, $"precision must be {nameof(Precision.Single)} or {nameof(Precision.Double)}.");
        return new CpuComputeSession(device, precision);
    }

    private static ComputeDevice Describe()
    {
        var bits = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 64;
        return new ComputeDevice
        {
            Id = DeviceId,
            Description = $"processor, {bits}-bit vectors, {Environment.ProcessorCount} {(Environment.ProcessorCount == 1 ? "core" : "cores")}",
            MemoryBytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes,
        };
    }
}
