using System.Diagnostics;

namespace Infoscope.Host.Verifying.Child;

/// <summary>Gives orders to one child process and holds it to its limits.</summary>
internal sealed class ChildRun : IDisposable
{
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(20);

    private readonly ChildProcess process;
    private readonly ChildLimits limits;
    private readonly CancellationToken cancellation;
    private readonly Dictionary<int, Running> running = [];
    private readonly Stack<int> slots;

    private ChildRun(ChildRequest request, int threads, ChildLimits limits, CancellationToken cancellation)
    {
        this.limits = limits;
        this.cancellation = cancellation;
        slots = new Stack<int>(Enumerable.Range(0, threads));
        process = new ChildProcess(request, threads, limits.MemoryBytes);
    }

    /// <summary>Gets what it said when it was asked to plan.</summary>
    public ChildMessage Plan { get; private set; } = new();

    /// <summary>Gets why it ended before it had a plan; null when it has one.</summary>
    public Death? EarlyDeath { get; private set; }

    /// <summary>Gets the places of the checks that are running.</summary>
    public IReadOnlyCollection<int> Running => running.Keys;

    /// <summary>Gets whether another order can be given.</summary>
    public bool IsFree => slots.Count > 0;

    /// <summary>Starts a child process and waits for its plan.</summary>
    public static ChildRun Start(ChildRequest request, int threads, ChildLimits limits, CancellationToken cancellation)
    {
        var run = new ChildRun(request, threads, limits, cancellation);
        try
        {
            run.AwaitPlan();
            return run;
        }
        catch
        {
            run.Dispose();
            throw;
        }
    }

    /// <summary>Gives an order, in a free slot.</summary>
    public void Send(ChildOrder order) => Send(order, limits.Time);

    /// <summary>Gives an order with a limit of its own for the time of one case.</summary>
    public void Send(ChildOrder order, TimeSpan time)
    {
        var slot = slots.Pop();
        running.Add(order.Place, new Running(slot, process.Journal.Beat(slot), time));
        process.Send(order with { Slot = slot });
    }

    /// <summary>Waits until an order is done, one hangs, or the process ends.</summary>
    /// <returns>What was done; or how it hangs or ended, with the place of the hanging check.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public (ChildMessage? Done, int Place, Death? Death) Next()
    {
        while (true)
        {
            if (process.Take(Wait, cancellation) is { Done: { } place } done && running.Remove(place, out var finished))
            {
                slots.Push(finished.Slot);
                return (done, place, null);
            }

            if (WhyEnded() is { } death) return (null, -1, death);
            foreach (var (hanging, one) in running)
            {
                var beat = process.Journal.Beat(one.Slot);
                if (beat != one.Beat) one.Sees(beat);
                // Nothing of the estimator's runs before the first note.
                if (one.Clock.Elapsed <= (one.HasNoted ? one.Time : limits.Start)) continue;
                running.Remove(hanging);
                return (null, hanging, Noted(new Death(DeathKind.Hung, $"it did not come back within {limits.TimeText}"), one.Slot));
            }
        }
    }

    /// <summary>Gives a death with the last case of a running check.</summary>
    public Death Noted(Death death, int slot)
    {
        var (number, one) = process.Journal.Last(slot);
        return death with { Number = number, Case = one };
    }

    /// <summary>Gets the slot of a running check.</summary>
    public int SlotOf(int place) => running[place].Slot;

    public void Dispose() => process.Dispose();

    private void AwaitPlan()
    {
        var clock = Stopwatch.StartNew();
        while (EarlyDeath is null)
        {
            if (process.Take(Wait, cancellation) is { Done: null } said)
            {
                Plan = said;
                return;
            }

            EarlyDeath = clock.Elapsed > limits.Start ? new Death(DeathKind.Hung, $"it did not come back within {limits.TimeText}") : WhyEnded();
        }
    }

    private Death? WhyEnded()
    {
        if (process.MemoryBytes > limits.MemoryBytes) return new Death(DeathKind.OutOfMemory, OutOfMemory);
        if (!process.HasEnded) return null;
        return process.Journal.IsOutOfMemory ? new Death(DeathKind.OutOfMemory, OutOfMemory) : new Death(DeathKind.Ended, process.EndSentence());
    }

    private string OutOfMemory => $"it took, or asked for, more than {limits.MemoryText} of memory";
}
