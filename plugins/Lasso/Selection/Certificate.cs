namespace Infoscope.Plugins.Lasso.Selection;

/// <summary>What weights are worth at a penalty: objective, lower bound, and how far the conditions of optimality are missed.</summary>
internal readonly record struct Certificate
{
    private const double Proof = 1e-12;

    /// <summary>Gets |y - Xw|^2.</summary>
    public required double ResidualEnergy { get; init; }

    /// <summary>Gets |w|_1.</summary>
    public required double L1 { get; init; }

    /// <summary>Gets the objective.</summary>
    public required double Primal { get; init; }

    /// <summary>Gets the duality gap.</summary>
    public required double Gap { get; init; }

    /// <summary>Gets the largest miss of a condition of optimality.</summary>
    public required double KktViolation { get; init; }

    /// <summary>Evaluates weights w, one per column, with c = X'(y - Xw). Cost O(k).</summary>
    public static Certificate Of(LassoProblem problem, double lambda, ReadOnlySpan<double> weights, ReadOnlySpan<double> c)
    {
        double l1 = 0, qw = 0, wc = 0, largest = 0, violation = 0;
        for (var j = 0; j < weights.Length; j++)
        {
            var magnitude = Math.Abs(weights[j]);
            l1 += magnitude;
            qw += problem.Correlations[j] * weights[j];
            wc += weights[j] * c[j];
            largest = Math.Max(largest, Math.Abs(c[j]));
            violation = Math.Max(violation, magnitude > 0 ? Math.Abs(c[j] - lambda * Math.Sign(weights[j])) : Math.Abs(c[j]) - lambda);
        }

        var yr = problem.TargetEnergy - qw;
        var residual = yr - wc;

        // The residual scaled by s is a dual point when s |c| <= lambda. Two scalings; the second is the best of its ray.
        var bound = largest > 0 ? lambda / largest : double.PositiveInfinity;
        var gap = GapAt(Math.Min(1, bound), lambda, residual, weights, c);
        if (residual > 0) gap = Math.Min(gap, GapAt(Math.Clamp(yr / residual, -bound, bound), lambda, residual, weights, c));
        return new Certificate { ResidualEnergy = residual, L1 = l1, Primal = residual / 2 + lambda * l1, Gap = gap, KktViolation = violation };
    }

    /// <summary>Tells whether the gap is at most 1e-12 |y|^2.</summary>
    public bool Proves(LassoProblem problem) => Gap <= Proof * problem.TargetEnergy;

    // Primal - dual = |r|^2 (1 - s)^2 / 2 + sum |w| (lambda - s c sign w). No term is negative, so nothing cancels.
    private static double GapAt(double s, double lambda, double residual, ReadOnlySpan<double> weights, ReadOnlySpan<double> c)
    {
        var gap = residual * (1 - s) * (1 - s) / 2;
        for (var j = 0; j < weights.Length; j++) gap += Math.Abs(weights[j]) * (lambda - s * c[j] * Math.Sign(weights[j]));
        return gap;
    }
}
