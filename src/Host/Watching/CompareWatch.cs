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

    public CompareWatch(CompareRequest request, bool quiet, ILogger log)
    {
        this.request = request;
        this.quiet = quiet;
        this.log = log;
        plugins = new WatchedPlugins(request.Plugin ?? [], log);
    }

    /// <summary>Compares until it is interrupted.</summary>
    /// <exception cref="UserError">There is no source file to wait for, or results lie already where they are to be written: no save mends that.</exception>
    public int Run(CancellationToken cancellation)
    {
        if (!plugins.Sources().Any()) throw new UserError("--watch waits for a .cs plugin to be saved, and there is none; name one with --plugin MyEstimator.cs.");
        var problems = new ProblemList();
        new CompareRun(request, quiet, log).AddWhatIsInTheWay(problems);
        problems.ThrowIfAny();
        return new WatchLoop(plugins.Sources, log).Run(RunOnce, cancellation);
    }

    /// <summary>Compares once, with the plugins as they are now.</summary>
    private void RunOnce(CancellationToken cancellation)
    {
        // Nothing lay there before, so that what is replaced was written by an earlier run of this command.
        new CompareRun(request with { Overwrite = true }, quiet, log) { FindPlugins = () => Underway.Loading("finding plugins", plugins.Find) }.Run(cancellation);
    }
}
