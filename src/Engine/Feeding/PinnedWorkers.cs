using System.Collections.Concurrent;

namespace Infoscope.Engine.Feeding;

/// <summary>Threads that each do their own work in the order given, so that an estimation lives on one thread.</summary>
internal sealed class PinnedWorkers : IDisposable
{
    private readonly BlockingCollection<Action>[] queues;
    private readonly Thread[] threads;

    public PinnedWorkers(int count)
    {
        queues = [.. Enumerable.Range(0, count).Select(_ => new BlockingCollection<Action>())];
        threads = [.. queues.Select((queue, index) => new Thread(() => Work(queue)) { IsBackground = true, Name = $"infoscope worker {index}" })];
        foreach (var thread in threads) thread.Start();
    }

    public int Count => threads.Length;

    /// <summary>Gives every worker its share of work.</summary>
    /// <returns>A task that ends when all are done and fails with the first failure.</returns>
    public Task Start(Action<int> work) => Task.WhenAll(Enumerable.Range(0, Count).Select(worker =>
    {
        // Continuations must not run on a worker: it would then wait for itself.
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        queues[worker].Add(() =>
        {
            try
            {
                work(worker);
                done.SetResult();
            }
            catch (OperationCanceledException cancelled)
            {
                done.SetCanceled(cancelled.CancellationToken);
            }
            catch (Exception failure)
            {
                done.SetException(failure);
            }
        });
        return done.Task;
    }));

    /// <summary>Gives every worker its share of work and waits.</summary>
    public void Run(Action<int> work) => Start(work).GetAwaiter().GetResult();

    public void Dispose()
    {
        foreach (var queue in queues) queue.CompleteAdding();
        foreach (var thread in threads) thread.Join();
        foreach (var queue in queues) queue.Dispose();
    }

    private static void Work(BlockingCollection<Action> queue)
    {
        foreach (var action in queue.GetConsumingEnumerable()) action();
    }
}
