using static System.FormattableString;

namespace Infoscope.Conformance.Truths;

/// <summary>Tasks of rows alone, about their differential entropy h(Z) = -E ln f(Z).</summary>
/// <remarks>Reference for the closed forms: Cover and Thomas, "Elements of information theory" (2006), table 17.1 and theorem 8.4.1.</remarks>
public static class EntropyTasks
{
    /// <summary>The rows of <see cref="LabelTasks.TwoGaussians(double)"/> without their labels; h is a one-dimensional integral.</summary>
    /// <remarks>Reference: Michalowicz, Nichols, Bucholtz, "Calculation of differential entropy for a mixed Gaussian distribution" (2008).</remarks>
    public static KnownTask TwoGaussians(double delta) => Coordinates(
        LineMixture.TwoGaussians(delta), 1, $"entropy-two-gaussians-delta-{delta}", $"An even mixture of two normal densities with unit variance, {delta} apart.", "-E ln f, component by component");

    /// <summary>Standard normal rows: h = (d/2) ln(2 pi e).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="features"/> is below 1.</exception>
    public static KnownTask Normal(int features) => Coordinates(
        new NormalMixture([1], [0], [1]), features, $"entropy-normal-d{features}", $"Standard normal rows of {features} features.", "(d/2) ln(2 pi e)");

    /// <summary>Normal rows with a full covariance C_ij = s_i s_j rho^|i-j|, s_i = 1 + i/d: h = (1/2) ln det(2 pi e C).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="features"/> is below 1, or <paramref name="correlation"/> not between -1 and 1.</exception>
    public static KnownTask CorrelatedGaussian(int features, double correlation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        if (!(correlation > -1 && correlation < 1)) throw new ArgumentOutOfRangeException(nameof(correlation), correlation, "a correlation between -1 and 1 is wanted, neither of them included.");
        return new CorrelatedGaussian(features, correlation)
        {
            Id = Invariant($"entropy-gaussian-d{features}-rho-{correlation}"),
            Summary = Invariant($"Normal rows of {features} features with standard deviations from 1 to 2 and correlations {correlation}^|i-j|."),
        };
    }

    /// <summary>Rows uniform on a cube [0, w)^d: h = d ln w.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="features"/> is below 1, or <paramref name="width"/> not above 0.</exception>
    public static KnownTask UniformCube(int features, double width)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        return Coordinates(new UniformDensity(width), features, $"entropy-cube-d{features}-width-{width}", $"Rows uniform on a cube of {features} dimensions and width {width}.", "d ln w");
    }

    /// <summary>Independent Laplace features of scale b: h = d (1 + ln 2b).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="features"/> is below 1, or <paramref name="scale"/> not above 0.</exception>
    public static KnownTask Laplace(int features, double scale)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scale);
        return Coordinates(new LaplaceDensity(scale), features, $"entropy-laplace-d{features}-scale-{scale}", $"Rows of {features} independent Laplace features of scale {scale}.", "d (1 + ln 2b)");
    }

    /// <summary>Independent exponential features of mean m: h = d (1 + ln m).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="features"/> is below 1, or <paramref name="mean"/> not above 0.</exception>
    public static KnownTask Exponential(int features, double mean)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mean);
        return Coordinates(new ExponentialDensity(mean), features, $"entropy-exponential-d{features}-mean-{mean}", $"Rows of {features} independent exponential features of mean {mean}.", "d (1 + ln m)");
    }

    /// <summary>Independent Student features: h = d times ((v+1)/2) [psi((v+1)/2) - psi(v/2)] + ln(sqrt(v) B(v/2, 1/2)).</summary>
    /// <exception cref="ArgumentOutOfRangeException">An argument is below 1.</exception>
    public static KnownTask Student(int features, int degreesOfFreedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degreesOfFreedom, 1);
        return Coordinates(
            new StudentDensity(degreesOfFreedom), features, $"entropy-student-d{features}-df-{degreesOfFreedom}",
            $"Rows of {features} independent Student features with {degreesOfFreedom} degrees of freedom.", "d times the entropy of Student's density by gamma and digamma functions");
    }

    private static IndependentCoordinates Coordinates(LineDensity density, int features, FormattableString id, FormattableString summary, string formula)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        return new(density, features, formula) { Id = Invariant(id), Summary = Invariant(summary) };
    }
}
