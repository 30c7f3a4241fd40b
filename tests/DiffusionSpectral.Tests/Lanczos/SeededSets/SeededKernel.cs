using Infoscope.Compute;
using Infoscope.Plugins.DiffusionSpectral.Kernels;
using Infoscope.Plugins.DiffusionSpectral.Lanczos;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Lanczos.SeededSets;

/// <summary>The diffusion kernel of points, with what is known of it exactly.</summary>
internal sealed class SeededKernel : IDisposable
{
    private SeededKernel(ComputeSession session, Matrix matrix, double[] trivial, double[] traces)
    {
        Session = session;
        Matrix = matrix;
        Trivial = trivial;
        Traces = traces;
    }

    public ComputeSession Session { get; }

    public Matrix Matrix { get; }

    /// <summary>Gets the matrix as the recurrence asks for it.</summary>
    public SessionProduct Product => new(Session, Matrix);

    /// <summary>Gets the unit eigenvector for eigenvalue 1.</summary>
    public double[] Trivial { get; }

    /// <summary>Gets tr K and tr K^2.</summary>
    public double[] Traces { get; }

    public static SeededKernel Of(double[] points, int features, double bandwidth)
    {
        var provider = new CpuComputeProvider();
        var session = provider.Open(provider.Probe()[0], Precision.Double);
        var count = points.Length / features;
        using var rows = session.Upload(points, count, features);
        var kernel = session.GaussianKernel(rows, rows, bandwidth);
        var degrees = new double[count];
        using (var sums = session.RowSums(kernel)) session.Download(sums, degrees);
        double[] factors = [.. degrees.Select(degree => 1 / Math.Sqrt(degree))];
        session.ScaleRows(kernel, factors);
        session.ScaleColumns(kernel, factors);

        var total = degrees.Sum();
        var elements = new double[count * count];
        session.Download(kernel, elements);
        return new SeededKernel(
            session, kernel, [.. degrees.Select(degree => Math.Sqrt(degree / total))], [degrees.Sum(degree => 1 / degree), elements.Sum(element => element * element)]);
    }

    /// <summary>Gives an empty sample whose probes come from a seed.</summary>
    public SpectralSample Sample(int steps, ulong seed) => new(Product, Trivial, Traces, steps, new RandomStream(seed, "probes"));

    /// <summary>Estimates the entropy with probes from a seed.</summary>
    public LanczosResult Estimate(double time, LanczosSettings settings, ulong seed, CancellationToken cancellation = default) =>
        LanczosEntropy.Of(Product, Trivial, Traces, time, settings, new RandomStream(seed, "probes"), cancellation);

    /// <summary>Gives the product with a vector.</summary>
    public double[] Times(double[] vector)
    {
        using var column = Session.Upload(vector, vector.Length, 1);
        using var product = Session.Multiply(Matrix, column, transposeA: false, transposeB: false);
        var result = new double[vector.Length];
        Session.Download(product, result);
        return result;
    }

    /// <summary>Gives all eigenvalues, ascending; what rounding carried past 0 or 1 is put back.</summary>
    public double[] Eigenvalues() => [.. Session.SymmetricEigenvalues(Matrix).Select(value => Math.Clamp(value, 0, 1))];

    /// <summary>Gives the entropy in nats at some times, from all eigenvalues.</summary>
    public double[] ExactNats(params double[] times)
    {
        var values = Eigenvalues();
        return [.. times.Select(time =>
        {
            double[] powers = [.. values.Select(value => Math.Pow(value, time))];
            var trace = powers.Sum();
            return -powers.Where(power => power > 0).Sum(power => power / trace * Math.Log(power / trace));
        })];
    }

    public void Dispose() => Session.Dispose();
}
