namespace Infoscope.Plugins.DiffusionSpectral.Lanczos;

/// <summary>The least-squares fit of what probes measured on the powers they measured, read off where the powers have their exact traces.</summary>
/// <remarks>
/// The fit y = b_0 + sum_j b_j (c_j - E c_j) has the estimate b_0, which is linear in y: a weighted mean with weights that sum to 1. They are found once, for any y.
/// </remarks>
internal sealed class ControlVariates
{
    // A control whose own part varies by less than this beside its trace is one more copy of the others; rounding of the trace would decide its slope.
    private const double Collinear = 1e-10;

    private readonly List<double[]> controls = [];
    private readonly List<double> distances = [];
    private readonly double[] weights;

    /// <summary>Finds the weights.</summary>
    /// <param name="probes">At least q + 3 probes.</param>
    /// <param name="traces">T_1 .. T_q, q at least 0.</param>
    public ControlVariates(IReadOnlyList<ProbeSpectrum> probes, ReadOnlySpan<double> traces)
    {
        weights = new double[probes.Count];
        Array.Fill(weights, 1.0 / probes.Count);
        for (var j = 0; j < traces.Length; j++)
        {
            double[] control = [.. probes.Select(probe => probe.Power(j + 1))];

            // The trivial eigenvalue adds 1 to every trace, and the probes do not see it.
            Add(control, traces[j] - 1, Collinear * traces[j]);
        }
    }

    /// <summary>Gives the estimate of the mean of a measurement over all probes there could be.</summary>
    public double Mean(ReadOnlySpan<double> measured) => Vectors.Dot(weights, measured);

    /// <summary>Gives the standard error of <see cref="Mean"/>: the residual deviation with its degrees of freedom, times the length of the weights.</summary>
    /// <remarks>The squared length is 1/m and the leverage of the point at which the fit is read off, so slopes fitted on few probes are paid for.</remarks>
    public double StandardError(ReadOnlySpan<double> measured)
    {
        var residual = measured.ToArray();
        Centre(residual);
        foreach (var control in controls) Vectors.AddScaled(residual, -Vectors.Dot(control, residual) / Vectors.Dot(control, control), control);
        var freedom = residual.Length - controls.Count - 1;
        return Math.Sqrt(Vectors.Dot(residual, residual) / freedom * Vectors.Dot(weights, weights));
    }

    /// <summary>Adds a control with its expected value: what earlier controls explain is taken out of both.</summary>
    private void Add(double[] control, double expected, double smallest)
    {
        var distance = expected - (control.Sum() / control.Length);
        Centre(control);

        // A second time takes out what rounding left of the first.
        for (var pass = 0; pass < 2; pass++)
        {
            for (var k = 0; k < controls.Count; k++)
            {
                var slope = Vectors.Dot(controls[k], control) / Vectors.Dot(controls[k], controls[k]);
                Vectors.AddScaled(control, -slope, controls[k]);
                distance -= slope * distances[k];
            }
        }

        var square = Vectors.Dot(control, control);
        if (Math.Sqrt(square / control.Length) <= smallest) return;
        controls.Add(control);
        distances.Add(distance);
        Vectors.AddScaled(weights, distance / square, control);
    }

    private static void Centre(Span<double> values)
    {
        double sum = 0;
        foreach (var value in values) sum += value;
        foreach (ref var value in values) value -= sum / values.Length;
    }
}
