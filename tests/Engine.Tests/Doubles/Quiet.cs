using System.Collections.Concurrent;

namespace Infoscope.Engine.Tests.Doubles;

/// <summary>A log that keeps what it is told and shows nothing.</summary>
internal sealed class Quiet : IEstimationLog
{
    public ConcurrentQueue<string> Said { get; } = [];

    public void Information(string message) => Said.Enqueue(message);

    public void Warning(string message) => Said.Enqueue(message);
}
