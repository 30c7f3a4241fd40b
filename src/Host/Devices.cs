using Infoscope.Compute;

namespace Infoscope.Host;

/// <summary>The devices that are there; a named one that is missing is an error, never replaced by another.</summary>
internal static class Devices
{
    public static IReadOnlyList<(IComputeProvider Provider, ComputeDevice Device)> All()
    {
        var cpu = new CpuComputeProvider();
        return [.. cpu.Probe().Select(device => ((IComputeProvider)cpu, device))];
    }

    public static (IComputeProvider Provider, ComputeDevice Device) Find(string name)
    {
        var all = All();
        if (name == "auto") return all[0];
        foreach (var found in all)
        {
            if (found.Device.Id == name) return found;
        }

        throw new UserError($"there is no device '{name}'; there is {string.Join(", ", all.Select(one => one.Device.Id))}.");
    }
}
