using Infoscope.Measuring;

namespace Infoscope.ComparePeers.Running;

/// <summary>The host as it was built in this checkout.</summary>
internal static class BuiltHost
{
    /// <summary>Gets the program that runs it, with what comes before its own arguments.</summary>
    public static IReadOnlyList<string> Command
    {
        get
        {
            var library = Repository.PathOf("src", "Host", "bin", "Release", "net10.0", "infoscope.dll");
            if (!File.Exists(library)) throw new InvalidOperationException("the host is not built; run dotnet build -c Release src/Host, or bench/compare-with-peers, which does.");
            // The one that runs this program.
            return [Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", library];
        }
    }
}
