using System.Reflection;

namespace Infoscope.Host;

/// <summary>The host's name and version as results carry it.</summary>
internal static class HostVersion
{
    public static string Text { get; } = "infoscope " + typeof(HostVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Gets the version of the contract.</summary>
    public static string Contract { get; } = typeof(IEstimator).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(stamp => stamp.Key == "InfoscopeContract").Value!;
}
