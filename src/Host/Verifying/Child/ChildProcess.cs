using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Infoscope.Host.Verifying.Child;

/// <summary>A child process as its parent sees it; killed at the end.</summary>
internal sealed class ChildProcess : IDisposable
{
    private const int MostErrorCharacters = 1 << 16;

    // What a process wrote before it ended is read within this time.
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(5);

    private readonly Process process;
    private readonly BlockingCollection<ChildMessage> messages = [];
    private readonly StringBuilder errors = new();
    private readonly Task readErrors;
    private readonly Task readOutput;
    private bool isDisposed;

    public ChildProcess(ChildRequest request, int slots, long memoryBytes)
    {
        Journal = Journal.Create(slots);
        process = Process.Start(StartOf(memoryBytes))!;
        readOutput = Task.Factory.StartNew(ReadOutput, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        readErrors = Task.Factory.StartNew(ReadErrors, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        Send(request with { Journal = Journal.Path });
    }

    /// <summary>Gets what it notes.</summary>
    public Journal Journal { get; }

    /// <summary>Gets whether it has ended and all that it said was taken.</summary>
    public bool HasEnded
    {
        get
        {
            if (!process.HasExited) return false;
            // A process that the estimator started may hold the pipe open.
            readOutput.Wait(Drain);
            return messages.Count == 0;
        }
    }

    /// <summary>Gets the memory that it takes; 0 once it has ended.</summary>
    public long MemoryBytes
    {
        get
        {
            try
            {
                process.Refresh();
                return process.HasExited ? 0 : process.WorkingSet64;
            }
            catch (InvalidOperationException)
            {
                return 0;
            }
        }
    }

    /// <summary>Tells it what to do.</summary>
    public void Send<T>(T order)
    {
        try
        {
            process.StandardInput.WriteLine(ChildLines.Write(order));
            process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // It has ended, which is seen where its messages are read.
        }
    }

    /// <summary>Waits a moment for a message; null when none came.</summary>
    public ChildMessage? Take(TimeSpan wait, CancellationToken cancellation) => messages.TryTake(out var message, (int)wait.TotalMilliseconds, cancellation) ? message : null;

    /// <summary>Says how it ended.</summary>
    public string EndSentence()
    {
        readErrors.Wait(Drain);
        lock (errors) return DeathSentence.Of(process.ExitCode, errors.ToString());
    }

    public void Dispose()
    {
        if (isDisposed) return;
        isDisposed = true;
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended.
        }

        process.WaitForExit(Drain);
        Task.WaitAll([readOutput, readErrors], Drain);
        process.Dispose();
        messages.Dispose();
        Journal.Dispose();
    }

    private static ProcessStartInfo StartOf(long memoryBytes)
    {
        var own = Environment.ProcessPath!;
        var start = new ProcessStartInfo(own)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        if (Path.GetFileNameWithoutExtension(own).Equals("dotnet", StringComparison.OrdinalIgnoreCase)) start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "infoscope.dll"));
        start.ArgumentList.Add(ChildProgram.Word);
        start.Environment["DOTNET_GCHeapHardLimit"] = memoryBytes.ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        // A process that is killed would leave the pipes of the diagnostics behind.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return start;
    }

    private void ReadOutput()
    {
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (ChildLines.Read<ChildMessage>(line) is { } message) messages.Add(message);
        }
    }

    // The first lines say what happened; a stack that overflowed is long.
    private void ReadErrors()
    {
        while (process.StandardError.ReadLine() is { } line)
        {
            lock (errors)
            {
                if (errors.Length < MostErrorCharacters) errors.Append(line).Append('\n');
            }
        }
    }
}
