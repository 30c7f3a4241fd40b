using Infoscope.Engine.Calibration;

namespace Infoscope.Engine.Studies;

/// <summary>A power law with an offset, y = c + a x^b, by least squares of ln y: the best a and b for each c, and the c whose sum of squares is least.</summary>
/// <remarks>
/// Errors are relative, as in <see cref="LogLogFit"/>, whose law is that with c = 0. Offsets below all y go with a &gt; 0, offsets above all y with a &lt; 0; both are
/// searched, from 1e-4 to 1e3 times the range of y away from it. Farther away the law is one of ln x and the offset means nothing.
/// </remarks>
public sealed record OffsetFit
{
    /// <summary>The smallest number of points, and of different x.</summary>
    public const int FewestPoints = 4;

    /// <summary>Up to this many points the offset is called weakly identified whatever the fit says.</summary>
    public const int FewPoints = 6;

    private const double Nearest = -4, Farthest = 3, Spacing = 0.1, Precision = 1e-10, Confidence = 0.95;

    private OffsetFit()
    {
    }

    /// <summary>Gets the offset c.</summary>
    public double Offset { get; private init; }

    /// <summary>Gets the lower end of the 95 % interval of c; null when none of the searched offsets is too low.</summary>
    /// <remarks>Every c belongs to it whose sum of squares is at most 1 + t^2/(m-3) times the least, with t = t(0.975, m-3).</remarks>
    public double? Low { get; private init; }

    /// <summary>Gets the upper end of that interval; null when none of the searched offsets is too high.</summary>
    public double? High { get; private init; }

    /// <summary>Gets the factor a.</summary>
    public double Scale { get; private init; }

    /// <summary>Gets the exponent b.</summary>
    public double Exponent { get; private init; }

    /// <summary>Gets the sum of squared residuals of ln y.</summary>
    public double ResidualSumOfSquares { get; private init; }

    /// <summary>Gets whether the points tell little of the offset: there are six or fewer, or the interval has an open end.</summary>
    public bool IsWeaklyIdentified { get; private init; }

    /// <summary>Gets whether no offset at all is inside the interval.</summary>
    public bool MayBeZero => !(Low > 0) && !(High < 0);

    /// <summary>Fits the law.</summary>
    /// <param name="x">Positive numbers.</param>
    /// <param name="y">Positive numbers, as many.</param>
    /// <returns>The fit; null for fewer than four different x, and when all y are equal.</returns>
    /// <exception cref="ArgumentException">A number is not positive and finite, or there are not as many y as x.</exception>
    public static OffsetFit? Of(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        LogLogFit.CheckPoints(x, y);
        if (x.Distinct().Count() < FewestPoints || y.Min() == y.Max()) return null;
        var mean = x.Average(one => Math.Log(one));
        double[] logX = [.. x.Select(one => Math.Log(one) - mean)], values = [.. y];
        var below = Searched(new OffsetBranch(logX, values, isBelow: true));
        var above = Searched(new OffsetBranch(logX, values, isBelow: false));
        var isBelow = below.SumOfSquares <= above.SumOfSquares;
        var (branch, at, least) = isBelow ? below : above;

        var offset = branch.OffsetAt(at);
        var (_, logScale, exponent) = branch.Fit(offset);
        var t = StudentT.Quantile((1 + Confidence) / 2, values.Length - 3);
        var bound = least * (1 + (t * t / (values.Length - 3)));
        var (near, far) = (Crossing(branch, at, Nearest, bound), Crossing(branch, at, Farthest, bound));
        return new OffsetFit
        {
            Offset = offset,
            Low = isBelow ? far : near,
            High = isBelow ? near : far,
            Scale = (isBelow ? 1 : -1) * Math.Exp(logScale - (exponent * mean)),
            Exponent = exponent,
            ResidualSumOfSquares = least,
            IsWeaklyIdentified = values.Length <= FewPoints || near is null || far is null,
        };
    }

    // The best of a grid, made precise by the golden section between its neighbours.
    private static (OffsetBranch Branch, double At, double SumOfSquares) Searched(OffsetBranch branch)
    {
        double SumAt(double at) => branch.Fit(branch.OffsetAt(at)).SumOfSquares;
        var grid = Enumerable.Range(0, (int)Math.Round((Farthest - Nearest) / Spacing) + 1).Select(i => Nearest + (i * Spacing)).ToArray();
        var best = grid.MinBy(SumAt);
        var golden = (Math.Sqrt(5) - 1) / 2;
        var (low, high) = (Math.Max(Nearest, best - Spacing), Math.Min(Farthest, best + Spacing));
        double left = high - (golden * (high - low)), right = low + (golden * (high - low));
        double atLeft = SumAt(left), atRight = SumAt(right);
        while (high - low > Precision)
        {
            if (atLeft <= atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - (golden * (high - low));
                atLeft = SumAt(left);
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + (golden * (high - low));
                atRight = SumAt(right);
            }
        }

        var middle = (low + high) / 2;
        return SumAt(best) < SumAt(middle) ? (branch, best, SumAt(best)) : (branch, middle, SumAt(middle));
    }

    // Where the sum of squares first exceeds a bound on the way to an end of the search; null when it never does.
    private static double? Crossing(OffsetBranch branch, double from, double end, double bound)
    {
        bool IsBeyond(double at) => branch.Fit(branch.OffsetAt(at)).SumOfSquares > bound;
        var inside = from;
        while (inside != end)
        {
            var next = end > from ? Math.Min(end, inside + Spacing) : Math.Max(end, inside - Spacing);
            if (IsBeyond(next))
            {
                var outside = next;
                while (Math.Abs(outside - inside) > Precision)
                {
                    var middle = (inside + outside) / 2;
                    if (IsBeyond(middle)) outside = middle;
                    else inside = middle;
                }

                return branch.OffsetAt(inside);
            }

            inside = next;
        }

        return null;
    }
}
