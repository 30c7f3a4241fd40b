using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Infoscope.Host.Ending;

/// <summary>Runs a command so that Ctrl-C, or a request to terminate, ends it: it is asked to end and given time to write what it has. A second one ends it at once.</summary>
internal sealed class Interrupts : IDisposable
{
    // To finish a block of rows and to write what there is; where plugins are still being loaded there is nothing to write.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30), PatienceWithLoading = TimeSpan.FromSeconds(2), Pause = TimeSpan.FromMilliseconds(50);

    private readonly CancellationTokenSource asked = new();
    private readonly TaskCompletionSource overdue = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PosixSignalRegistration[] registrations;
    private readonly bool listens;

    /// <summary>Begins to listen.</summary>
    /// <param name="listens">Whether the command looks at its token; one that does not is ended at once.</param>
    public Interrupts(bool listens)
    {
        this.listens = listens;
        registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, End), PosixSignalRegistration.Create(PosixSignal.SIGTERM, End)];
    }

    /// <summary>Runs a command.</summary>
    /// <returns>Its exit code, or that of a cancelled command when it did not end in time; it then runs on in the background until the process ends.</returns>
    public async Task<int> Run(Func<CancellationToken, Task<int>> command)
    {
        var running = Task.Run(() => command(asked.Token));
        return await Task.WhenAny(running, overdue.Task) == running ? await running : ExitCode.Cancelled;
    }

    public void Dispose()
    {
        foreach (var registration in registrations) registration.Dispose();
    }

    // On a thread of its own for each signal.
    private void End(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (listens && !asked.IsCancellationRequested)
        {
            asked.Cancel();
            for (var waited = Stopwatch.StartNew(); waited.Elapsed < (Underway.IsLoading ? PatienceWithLoading : Patience) && !overdue.Task.IsCompleted;) Thread.Sleep(Pause);
        }

        overdue.TrySetResult();
    }
}
