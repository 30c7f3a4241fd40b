using Infoscope.Compute;
using Infoscope.Plugins.Spectrum.Spectra;

namespace Infoscope.Plugins.Spectrum.Distances.Geometry;

/// <summary>Two covariances of trace 1 in an orthonormal basis of the span of both: the axes of the first, which make it diagonal, and what the second has beyond them.</summary>
/// <remarks>Outside the span both are zero, so that what the distances add up there is zero. The basis has at most as many vectors as there are features. Cost: cubic in their number.</remarks>
internal sealed class JointSpan
{
    private readonly ComputeSession compute;
    private readonly double[] first;
    private readonly double[] second;
    private readonly double[] factor;
    private readonly int size;
    private double[]? covariance;

    private JointSpan(ComputeSession compute, double[] first, double[] second, double[] factor, int size)
    {
        this.compute = compute;
        this.first = first;
        this.second = second;
        this.factor = factor;
        this.size = size;
    }

    /// <summary>Gets the number of vectors of the basis.</summary>
    public int Size => size;

    // W'W, the second covariance; row-major (size, size).
    private double[] Covariance => covariance ??= Product(factor, second.Length, size, ofColumns: true);

    /// <summary>Finds the basis.</summary>
    /// <param name="compute">Where to compute.</param>
    /// <param name="first">The eigenvalues of the first.</param>
    /// <param name="second">The eigenvalues of the second.</param>
    /// <param name="cosines">The products of the axes, row-major: axes of the second by axes of the first.</param>
    /// <param name="features">The number of features.</param>
    public static JointSpan Of(ComputeSession compute, double[] first, double[] second, double[] cosines, int features)
    {
        // Row j of W holds the coordinates of the j-th axis of the second, times the root of its eigenvalue.
        var within = new double[cosines.Length];
        for (var j = 0; j < second.Length; j++)
        {
            for (var i = 0; i < first.Length; i++) within[(j * first.Length) + i] = Math.Sqrt(second[j]) * cosines[(j * first.Length) + i];
        }

        var span = new JointSpan(compute, first, second, within, first.Length);
        var residual = span.Product(within, second.Length, first.Length, ofColumns: false);
        for (var j = 0; j < second.Length; j++)
        {
            for (var k = 0; k < second.Length; k++) residual[(j * second.Length) + k] = (j == k ? second[j] : 0) - residual[(j * second.Length) + k];
        }

        // A residual that rounding alone may have made is none: its root would turn axes by 1e-8.
        var negligible = 4 * (first.Length + second.Length) * Eigenvalues.Epsilon;
        var beyond = PivotedCholesky.Of(residual, second.Length, Math.Min(second.Length, features - first.Length), negligible);
        var more = beyond.Length / second.Length;
        var size = first.Length + more;
        var factor = new double[second.Length * size];
        for (var j = 0; j < second.Length; j++)
        {
            within.AsSpan(j * first.Length, first.Length).CopyTo(factor.AsSpan(j * size));
            beyond.AsSpan(j * more, more).CopyTo(factor.AsSpan((j * size) + first.Length));
        }

        return new JointSpan(compute, first, second, factor, size);
    }

    /// <summary>Gives ln det(I + a C1 + b C2) as a sum of two logarithms of determinants of at least 1.</summary>
    public double LogDeterminant(double a, double b)
    {
        double sum = 0;
        foreach (var share in first) sum += NearZero.LogOnePlus(a * share);
        var scaled = new double[factor.Length];
        for (var at = 0; at < factor.Length; at++) scaled[at] = factor[at] * Math.Sqrt(b / (1 + (a * First(at % size))));
        using var rows = compute.Upload(scaled, second.Length, size);
        using var inner = compute.Multiply(rows, rows, transposeA: false, transposeB: true);
        compute.AddDiagonal(inner, 1);
        return sum + compute.LogDeterminantSpd(inner);
    }

    /// <summary>Gives the eigenvalues of (I + a C1)^-1 (I + b C2) in the span; those outside are 1.</summary>
    public double[] Relative(double a, double b)
    {
        var matrix = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k <= i; k++)
                matrix[(i * size) + k] = ((b * Covariance[(i * size) + k]) + (i == k ? 1 : 0)) / Math.Sqrt(1 + (a * First(i))) / Math.Sqrt(1 + (a * First(k)));
        }

        return EigenvaluesOf(matrix);
    }

    /// <summary>Gives the eigenvalues of a C1 + b C2.</summary>
    public double[] Mixture(double a, double b)
    {
        var matrix = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k <= i; k++) matrix[(i * size) + k] = (b * Covariance[(i * size) + k]) + (i == k ? a * First(i) : 0);
        }

        return EigenvaluesOf(matrix);
    }

    private double First(int place) => place < first.Length ? first[place] : 0;

    private double[] EigenvaluesOf(double[] matrix)
    {
        using var uploaded = compute.Upload(matrix, size, size);
        return compute.SymmetricEigenvalues(uploaded);
    }

    private double[] Product(double[] matrix, int rows, int columns, bool ofColumns)
    {
        var length = ofColumns ? columns : rows;
        var result = new double[length * length];
        using var uploaded = compute.Upload(matrix, rows, columns);
        using var product = compute.Multiply(uploaded, uploaded, transposeA: ofColumns, transposeB: !ofColumns);
        compute.Download(product, result);
        return result;
    }
}
