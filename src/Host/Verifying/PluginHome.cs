using Infoscope.Loading;

namespace Infoscope.Host.Verifying;

/// <summary>Where the files that belong to a plugin lie: in the folder of a DLL; beside a source file, their names beginning with its name.</summary>
internal sealed record PluginHome
{
    private readonly string start;

    private PluginHome(string start) => this.start = start;

    /// <summary>Gets the path of the list of failures that are expected.</summary>
    public string ExpectedFailures => start + "expected-failures.txt";

    /// <summary>Gets the path of the folder of saved counterexamples.</summary>
    public string Counterexamples => start + "counterexamples";

    /// <summary>Gives the home of an estimator's plugin.</summary>
    public static PluginHome Of(EstimatorDescription estimator)
    {
        var path = estimator.Plugin.Path;
        return new(PluginSource.Is(path) ? Path.ChangeExtension(path, "") : Path.GetDirectoryName(path)! + Path.DirectorySeparatorChar);
    }
}
