using System.Collections.Concurrent;
using Infoscope.Host.Watching;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Infoscope.Host.Tests.Watching;

public sealed class WatchLoopTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly Workspace files = new();
    private readonly CancellationTokenSource interrupt = new(Limit);
    private readonly WatchLoop loop;

    public WatchLoopTests()
    {
        files.Write("A.cs", "0");
        loop = new WatchLoop(() => [files.PathOf("A.cs")], new LoggerConfiguration().CreateLogger());
    }

    public void Dispose()
    {
        interrupt.Dispose();
        files.Dispose();
    }

    [Fact]
    public void ASaveDuringARunCancelsItAndRunsAgain()
    {
        var runs = 0;
        var code = loop.Run(
            token =>
            {
                if (++runs == 3) interrupt.Cancel();
                files.Write("A.cs", $"{runs}");
                Assert.True(token.WaitHandle.WaitOne(Limit), "a run was not cancelled");
                token.ThrowIfCancellationRequested();
            },
            interrupt.Token);
        Assert.Equal((130, 3), (code, runs));
    }

    [Fact]
    public void WhatTheUserCanMendIsNoEnd()
    {
        var runs = 0;
        var code = loop.Run(
            _ =>
            {
                files.Write("A.cs", $"{++runs}");
                if (runs == 2) interrupt.Cancel();
                throw new UserError("mend it");
            },
            interrupt.Token);
        Assert.Equal((130, 2), (code, runs));
    }

    [Fact]
    public void TheUsersOwnInterruptIsNotWhatAnEstimatorIsBlamedFor()
    {
        var told = new Told();
        using var log = new LoggerConfiguration().WriteTo.Sink(told).CreateLogger();
        var code = new WatchLoop(() => [files.PathOf("A.cs")], log).Run(
            _ =>
            {
                interrupt.Cancel();
                // Longer than the patience with a run that a save has cancelled.
                Thread.Sleep(TimeSpan.FromSeconds(6));
            },
            interrupt.Token);
        Assert.Equal(130, code);
        Assert.Empty(told.Sentences);
    }

    [Fact]
    public void ADefectOfTheHostIsAnEnd() => Assert.Throws<InvalidTimeZoneException>(() => loop.Run(_ => throw new InvalidTimeZoneException(), interrupt.Token));

    private sealed class Told : ILogEventSink
    {
        public ConcurrentQueue<string> Sentences { get; } = [];

        public void Emit(LogEvent logEvent) => Sentences.Enqueue(logEvent.RenderMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}
