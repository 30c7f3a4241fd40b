using Infoscope.Compute;
using Infoscope.Plugins.Spectrum.Spectra;

namespace Infoscope.Plugins.Spectrum.Distances.Geometry;

/// <summary>A covariance C = trace F'F about zero or about the mean, as the factor F, which is the tokens themselves but for scale where they are fewer than the features.</summary>
internal sealed class Spread : IDisposable
{
    private readonly ComputeSession compute;
    private CovarianceSpectrum? spectrum;

    private Spread(ComputeSession compute, double trace, Matrix factor)
    {
        this.compute = compute;
        Trace = trace;
        Factor = factor;
    }

    /// <summary>Gets the trace; 0 where the rows are all equal to what they are taken about.</summary>
    public double Trace { get; }

    /// <summary>Gets F, of at most as many rows as columns; zero where the trace is.</summary>
    public Matrix Factor { get; }

    /// <summary>Gets the spectrum of F'F.</summary>
    public CovarianceSpectrum Spectrum => spectrum ??= CovarianceSpectrum.Of(compute, Factor);

    /// <summary>Takes the mean of squares about a centre.</summary>
    /// <param name="compute">Where to compute.</param>
    /// <param name="rows">The rows, row-major; overwritten.</param>
    /// <param name="features">The number of features.</param>
    /// <param name="centre">The mean, or empty for zero.</param>
    public static Spread Of(ComputeSession compute, double[] rows, int features, ReadOnlySpan<double> centre)
    {
        var count = rows.Length / features;
        var squares = Vectors.Dot(rows, rows);
        for (var row = 0; row < count && centre.Length > 0; row++) Vectors.AddScaled(rows.AsSpan(row * features, features), -1, centre);

        // A mean rounds by some units of the rows; what is no more than that is rows that are equal.
        var about = Vectors.Dot(rows, rows);
        var isPoint = centre.Length > 0 && about <= count * count * Eigenvalues.Epsilon * Eigenvalues.Epsilon * squares;
        if (isPoint) return new Spread(compute, 0, compute.Upload(new double[features], 1, features));
        var scale = Math.Sqrt(about);
        foreach (ref var value in rows.AsSpan()) value /= scale;
        var factor = count > features ? Householder.Triangle(rows, features) : rows;
        return new Spread(compute, about / count, compute.Upload(factor, factor.Length / features, features));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        spectrum?.Dispose();
        Factor.Dispose();
    }
}
