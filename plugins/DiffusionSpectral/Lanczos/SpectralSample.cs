namespace Infoscope.Plugins.DiffusionSpectral.Lanczos;

/// <summary>A growing sample of probes of one kernel; it serves every diffusion time.</summary>
internal sealed class SpectralSample
{
    // More would gain no speed, and blocks are held a dozen times.
    private const int LargestBlock = 64;

    private readonly IBlockProduct kernel;
    private readonly double[] trivial;
    private readonly double[] traces;
    private readonly int steps;
    private readonly RandomStream random;
    private readonly List<ProbeSpectrum> probes = [];

    /// <summary>Makes an empty sample.</summary>
    /// <param name="kernel">The symmetric n x n kernel, eigenvalues in [0, 1].</param>
    /// <param name="trivial">Its unit eigenvector for eigenvalue 1.</param>
    /// <param name="traces">The exact traces of the kernel's powers 1, 2, ...</param>
    /// <param name="steps">The largest number of Lanczos steps.</param>
    /// <param name="random">Where the probes come from.</param>
    public SpectralSample(IBlockProduct kernel, ReadOnlySpan<double> trivial, ReadOnlySpan<double> traces, int steps, RandomStream random)
    {
        this.kernel = kernel;
        this.trivial = trivial.ToArray();
        this.traces = traces.ToArray();
        this.random = random;

        // The probes live in the n - 1 dimensions beside the trivial vector.
        this.steps = Math.Min(steps, kernel.Order - 1);
    }

    /// <summary>Estimates the entropy at a time, doubling the probes until the tolerance or the largest number is reached.</summary>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public LanczosResult Estimate(double time, LanczosSettings settings, CancellationToken cancellation)
    {
        for (var count = settings.Probes; ; count = Math.Min(2 * count, settings.MaximumProbes))
        {
            GrowTo(count, cancellation);
            var result = Estimate(time, probes.GetRange(0, count));
            if (3 * result.StandardErrorNats <= settings.ToleranceNats || count >= settings.MaximumProbes) return result;
        }
    }

    private LanczosResult Estimate(double time, List<ProbeSpectrum> used)
    {
        var controls = new ControlVariates(used, traces);
        var exact = time <= traces.Length && time == Math.Floor(time);
        double[] logs = [.. used.Select(probe => probe.PowerLog(time))];
        double[] powers = [.. used.Select(probe => exact ? 0 : probe.Power(time))];

        // The trivial eigenvalue adds 1 to the trace and nothing to the sum of x^t ln x^t.
        var trace = exact ? traces[(int)time - 1] : 1 + controls.Mean(powers);
        var sum = controls.Mean(logs);

        // H = ln T - S/T has the differential ((1 + S/T) dT - dS)/T.
        double[] errors = [.. logs.Select((log, probe) => (((1 + (sum / trace)) * powers[probe]) - log) / trace)];

        // The same for what the second half of the steps changed. With k steps the error falls like k^-2t.
        double[] changes = [.. used.Select((probe, i) => probe.Half is { } half
            ? errors[i] - ((((1 + (sum / trace)) * (exact ? 0 : half.Power(time))) - half.PowerLog(time)) / trace)
            : 0)];
        var enlargement = 1 / Math.Min(1, Math.Pow(2, 2 * time) - 1);
        return new LanczosResult
        {
            Nats = Math.Log(trace) - (sum / trace),
            StandardErrorNats = controls.StandardError(errors),
            QuadratureErrorNats = enlargement * Math.Abs(controls.Mean(changes)),
            Probes = used.Count,
            Steps = used.Max(probe => probe.Steps),
            TraceOfTime = trace,
            TraceIsExact = exact,
        };
    }

    // Probes that are there stay, so a sample does not depend on how it grew.
    private void GrowTo(int count, CancellationToken cancellation)
    {
        while (probes.Count < count)
        {
            var more = Math.Min(count - probes.Count, LargestBlock);
            var block = SignProbes.Draw(trivial, more, random);
            probes.AddRange(LanczosRecurrence.Run(kernel, block, more, steps, cancellation));
        }
    }
}
