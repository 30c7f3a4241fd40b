using Infoscope.Packages.Tests.Packing;

namespace Infoscope.Packages.Tests;

/// <summary>A test of what only a release promises; a debugger needs the paths of the machine.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReleaseFactAttribute : FactAttribute
{
    public ReleaseFactAttribute() => Skip = PackedPackages.Configuration == "Release" ? null : "only a release is the same on every machine; test with -c Release.";
}
