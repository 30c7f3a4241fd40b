using Infoscope.Host.Commands;
using Infoscope.Host.Plans;
using Serilog;

namespace Infoscope.Host.Watching;

/// <summary>Compares again whenever a source file of a plugin is saved.</summary>
internal sealed class CompareWatch
{
    private readonly CompareRequest request;
    private readonly bool quiet;
    private readonly ILogger log;
    private readonly WatchedPlugins plugins;
    private bool hasWritten;

    public CompareWatch(CompareRequest request, bool quiet, ILogger log)
    {
        this.request = request;
        this.quiet = quiet;
        this.log = log;
        plugins = new WatchedPlugins(request.Plugin ?? [], log);
    }

    /// <summary>Compares until it is interrupted.</summary>
    /// <exception cref="UserError">There is no source file to wait for.</exception>
    public int Run(CancellationToken cancellation)
    {
        if (!plugins.Sources().Any()) throw new UserError("--watch waits for a .cs plugin to be saved, and there is none; name one with --plugin MyEstimator.cs.");
        return new WatchLoop(plugins.Sources, log).Run(RunOnce, cancellation);
    }

    /// <summary>Compares once, with the plugins as they are now.</summary>
    public void RunOnce(CancellationToken cancellation)
    {
        // What an earlier run of this command wrote is replaced; what lay there before is not.
        var again = hasWritten ? request with { Overwrite = true } : request;
        new CompareRun(again, quiet, log) { FindPlugins = plugins.Find }.Run(cancellation);
        hasWritten = true;
    }
}
