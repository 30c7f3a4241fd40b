using System.Reflection;

namespace Infoscope.Host;

/// <summary>The host's name and version as results carry it.</summary>
internal static class HostVersion
{
    public static string Text { get; } = "infoscope " + typeof(HostVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
