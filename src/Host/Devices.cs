using Infoscope.Compute;

namespace Infoscope.Host;

/// <summary>The devices that are there; a named one that is missing is an error, never replaced by another.</summary>
internal static class Devices
{
    public static IReadOnlyList<FoundDevice> All()
    {
        var cpu = new CpuComputeProvider();
        return [.. cpu.Probe().Select(device => new FoundDevice(cpu, device))];
    }

    public static FoundDevice Find(string name)
    {
        var all = All();
        return (name == "auto" ? all[0] : all.FirstOrDefault(one => one.Device.Id == name))
            ?? throw new UserError($"there is no device '{name}'; {Suggest.Sentence(name, all.Select(one => one.Device.Id))}");
    }
}
