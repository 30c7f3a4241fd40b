using Infoscope.Host.Reports;
using Serilog;

namespace Infoscope.Host.Watching;

/// <summary>Runs, waits until a file is saved, and runs again, until it is interrupted. A save during a run cancels the run.</summary>
internal sealed class WatchLoop(Func<IEnumerable<string>> files, ILogger log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    // Time for a run to notice that it was cancelled, before the user is told why nothing happens.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Runs work until the token is cancelled.</summary>
    /// <param name="work">One run; what the user can mend is told, and is no end.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The exit code of an interrupted command; 0 where nobody reads stdout any more.</returns>
    public int Run(Action<CancellationToken> work, CancellationToken cancellation)
    {
        var watched = new WatchedFiles(files);
        while (true)
        {
            using var restart = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var run = Task.Run(() => Attempt(work, restart.Token), CancellationToken.None);
            var changed = WaitForChange(watched, run, cancellation);
            restart.Cancel();
            WaitForEnd(run, cancellation);
            if (cancellation.IsCancellationRequested) return ExitCode.Cancelled;
            if (changed.Count == 0) return ExitCode.Done;
            log.Information("{Files:l} changed; running again", string.Join(", ", changed.Select(Path.GetFileName)));
        }
    }

    private void Attempt(Action<CancellationToken> work, CancellationToken cancellation)
    {
        try
        {
            work(cancellation);
        }
        catch (OperationCanceledException)
        {
            // The next run begins, or none.
        }
        catch (Exception failure) when (UserError.ProblemsOf(failure) is { } problems)
        {
            foreach (var problem in problems) log.Error("{Problem:l}", problem);
        }

        if (!cancellation.IsCancellationRequested) log.Information("waiting for a save; Ctrl-C ends");
    }

    // None where the waiting ends otherwise. A defect of the host ends the run with an exception, and the waiting with it.
    private static IReadOnlyList<string> WaitForChange(WatchedFiles watched, Task run, CancellationToken cancellation)
    {
        while (!cancellation.WaitHandle.WaitOne(Pause))
        {
            if (run.IsFaulted || StandardOutput.IsGone()) break;
            if (watched.Changed() is { Count: > 0 } changed) return changed;
        }

        return [];
    }

    private void WaitForEnd(Task run, CancellationToken cancellation)
    {
        if (Task.WaitAny([run], Patience) < 0 && !cancellation.IsCancellationRequested)
        {
            if (Underway.IsLoading) log.Warning("the run before does not end, because it is still {What:l}; Ctrl-C ends all", Underway.What);
            else log.Warning("the run before does not end, because an estimator does not look at Cancellation; Ctrl-C ends all");
        }

        run.GetAwaiter().GetResult();
    }
}
