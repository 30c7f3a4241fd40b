namespace Infoscope.Plugins.DiffusionSpectral.Kernels;

/// <summary>What the rows and columns of a Gaussian kernel are multiplied by to give the symmetric form of a diffusion operator.</summary>
internal sealed class DiffusionScaling
{
    private DiffusionScaling(double[] factors, double[] trivial, double trace)
    {
        Factors = factors;
        Trivial = trivial;
        Trace = trace;
    }

    /// <summary>Gets one factor per distinct point.</summary>
    public double[] Factors { get; }

    /// <summary>Gets the eigenvector of the eigenvalue 1, of length 1.</summary>
    public double[] Trivial { get; }

    /// <summary>Gets the trace of the operator.</summary>
    public double Trace { get; }

    /// <summary>Finds the factors by one product of the kernel, or two for the anisotropic operator.</summary>
    /// <param name="product">Multiplies the Gaussian kernel of the distinct points, whose diagonal is 1, by a vector.</param>
    /// <param name="multiplicities">How often each distinct point occurs.</param>
    /// <param name="diffusion">The operator.</param>
    public static DiffusionScaling Of(Func<double[], double[]> product, ReadOnlySpan<int> multiplicities, DiffusionOperator diffusion)
    {
        var weights = new double[multiplicities.Length];
        for (var i = 0; i < weights.Length; i++) weights[i] = multiplicities[i];
        var degrees = product(weights);
        var factors = Array.ConvertAll(degrees, degree => 1 / Math.Sqrt(degree));
        if (diffusion == DiffusionOperator.Anisotropic)
        {
            degrees = product(Times(weights, factors));
            for (var i = 0; i < degrees.Length; i++)
            {
                degrees[i] *= factors[i];
                factors[i] /= Math.Sqrt(degrees[i]);
            }
        }

        // The diagonal of the Gaussian kernel is 1, so the squares of the factors are the diagonal of the result.
        double trace = 0;
        for (var i = 0; i < factors.Length; i++)
        {
            trace += weights[i] * factors[i] * factors[i];
            factors[i] *= Math.Sqrt(weights[i]);
        }

        return new(factors, Trivially(weights, degrees), trace);
    }

    private static double[] Trivially(double[] weights, double[] degrees)
    {
        var vector = new double[weights.Length];
        double squares = 0;
        for (var i = 0; i < vector.Length; i++)
        {
            var square = weights[i] * degrees[i];
            vector[i] = Math.Sqrt(square);
            squares += square;
        }

        var norm = Math.Sqrt(squares);
        foreach (ref var element in vector.AsSpan()) element /= norm;
        return vector;
    }

    private static double[] Times(double[] a, double[] b)
    {
        var product = new double[a.Length];
        for (var i = 0; i < product.Length; i++) product[i] = a[i] * b[i];
        return product;
    }
}
