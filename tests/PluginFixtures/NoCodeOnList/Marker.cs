using System.Runtime.CompilerServices;

namespace Infoscope.Fixtures.NoCodeOnList;

/// <summary>Leaves a file behind when any code of this plugin runs.</summary>
internal static class Marker
{
    [ModuleInitializer]
    internal static void Leave() => File.WriteAllText(Environment.GetEnvironmentVariable("INFOSCOPE_FIXTURE_MARKER")!, "code ran");
}
