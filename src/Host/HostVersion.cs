using System.Reflection;

namespace Infoscope.Host;

/// <summary>The host's name and version as results carry it.</summary>
internal static class HostVersion
{
    public static string Text => "infoscope " + Number;

    /// <summary>Gets the version alone, without the commit: that of the packages of the same release.</summary>
    public static string Number { get; } = typeof(HostVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
