using Infoscope.Compute;
using Infoscope.Plugins.Spectrum.Spectra;

namespace Infoscope.Plugins.Spectrum.Distances.Geometry;

/// <summary>The eigenvalues above zero of a covariance F'F of trace 1, and its axes.</summary>
internal sealed class CovarianceSpectrum : IDisposable
{
    // An axis of which less is left beside the larger ones is made of rounding, as its eigenvalue then is.
    private const double LeastLeft = 0.5;

    private CovarianceSpectrum(double[] shares, Matrix axes)
    {
        Shares = shares;
        Axes = axes;
    }

    /// <summary>Gets the eigenvalues, descending; their sum is 1 but for rounding.</summary>
    public double[] Shares { get; }

    /// <summary>Gets the axes, a row for each eigenvalue, orthonormal.</summary>
    public Matrix Axes { get; }

    /// <summary>Gets the number of eigenvalues.</summary>
    public int Rank => Shares.Length;

    /// <summary>Decomposes F'F through the Gram matrix F F'.</summary>
    /// <param name="compute">Where to compute.</param>
    /// <param name="factor">F, of at most as many rows as columns.</param>
    public static CovarianceSpectrum Of(ComputeSession compute, Matrix factor)
    {
        using var gram = compute.Multiply(factor, factor, transposeA: false, transposeB: true);
        var eigenvalues = compute.SymmetricEigenSystem(gram, out var vectors);
        var rows = new double[factor.Rows * factor.Columns];
        using (vectors)
        using (var unscaled = compute.Multiply(vectors, factor, transposeA: false, transposeB: false))
            compute.Download(unscaled, rows);

        Eigenvalues.ClearRounding(eigenvalues, factor.Columns);
        var shares = new List<double>(eigenvalues.Length);
        var axes = new double[rows.Length];
        for (var i = eigenvalues.Length - 1; i >= 0 && eigenvalues[i] > 0; i--)
        {
            var axis = rows.AsSpan(i * factor.Columns, factor.Columns);
            if (!Normalize(axis) || !Separate(axis, axes.AsSpan(0, shares.Count * factor.Columns))) continue;
            axis.CopyTo(axes.AsSpan(shares.Count * factor.Columns));
            shares.Add(eigenvalues[i]);
        }

        return new CovarianceSpectrum([.. shares], compute.Upload(axes.AsSpan(0, shares.Count * factor.Columns), shares.Count, factor.Columns));
    }

    /// <inheritdoc/>
    public void Dispose() => Axes.Dispose();

    // The rounding of a large eigenvector's product is large beside a small one's length, so small axes are made orthogonal to the larger ones again, twice.
    private static bool Separate(Span<double> axis, ReadOnlySpan<double> larger)
    {
        for (var pass = 0; pass < 2; pass++)
        {
            for (var at = 0; at < larger.Length; at += axis.Length)
            {
                var other = larger.Slice(at, axis.Length);
                Vectors.AddScaled(axis, -Vectors.Dot(other, axis), other);
            }

            if (Vectors.Norm(axis) < LeastLeft || !Normalize(axis)) return false;
        }

        return true;
    }

    private static bool Normalize(Span<double> axis)
    {
        var norm = Vectors.Norm(axis);
        if (!(norm > 0)) return false;
        foreach (ref var element in axis) element /= norm;
        return true;
    }
}
