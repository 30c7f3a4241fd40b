using BenchmarkDotNet.Attributes;
using Infoscope.Compute;

namespace Infoscope.Kernels;

/// <summary>A session on the processor for each precision and number of threads.</summary>
public abstract class SessionBenchmark
{
    /// <summary>Gets or sets the precision of the session.</summary>
    [Params(Precision.Single, Precision.Double)]
    public Precision Precision { get; set; }

    /// <summary>Gets or sets the threads of the session.</summary>
    [Params(1, 2)]
    public int Threads { get; set; }

    /// <summary>Gets the session.</summary>
    protected ComputeSession Session { get; private set; } = null!;

    /// <summary>Opens the session and makes what is worked on.</summary>
    [GlobalSetup]
    public void Open()
    {
        var provider = new CpuComputeProvider();
        Session = provider.Open(provider.Probe()[0], Precision);
        Session.Threads = Threads;
        Prepare();
    }

    /// <summary>Frees everything.</summary>
    [GlobalCleanup]
    public void Close() => Session.Dispose();

    /// <summary>Makes what is worked on.</summary>
    protected abstract void Prepare();

    /// <summary>Makes a matrix of numbers between -1/2 and 1/2.</summary>
    protected Matrix Random(int rows, int columns) => Session.Upload(Numbers(rows * columns), rows, columns);

    /// <summary>Makes numbers between -1/2 and 1/2.</summary>
    protected static float[] Numbers(int count)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
    }
}
