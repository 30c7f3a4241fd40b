namespace Infoscope.Plugins.Lasso.Selection;

/// <summary>Solves the Lasso from its Gram matrix: coordinate descent on a working set finds the signs, a Cholesky factor the exact weights, the duality gap proves them.</summary>
internal static class LassoSolver
{
    private const int LeastNewColumns = 8, MostEpochs = 30, MostRounds = 500, MostIdleRounds = 20;

    /// <summary>Solves at one penalty. Cost O(k s + s^3) per round for s selected of k tokens; a few rounds.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="lambda">The penalty Lambda; above 0, or 0 where lambda max is 0.</param>
    /// <param name="start">A solution of the same problem at a penalty nearby; null to start from zero.</param>
    /// <param name="cancellation">Ends the computation.</param>
    /// <exception cref="ArgumentOutOfRangeException">The penalty is not finite, negative, or 0 below lambda max.</exception>
    public static LassoSolution Solve(LassoProblem problem, double lambda, LassoSolution? start, CancellationToken cancellation)
    {
        if (!(lambda > 0 || (lambda == 0 && problem.LambdaMax == 0)) || !double.IsFinite(lambda))
            throw new ArgumentOutOfRangeException(nameof(lambda), $"the penalty Lambda is {lambda}; it must be finite and above 0.");
        var weights = new double[problem.Columns];
        var c = problem.Correlations.ToArray();
        if (lambda >= problem.LambdaMax) return SolutionReport.Of(problem, lambda, weights, c);
        for (var column = 0; start is not null && column < weights.Length; column++) weights[column] = start.Weights[problem.Token(column)];

        var (best, bestViolation, idle) = (weights, double.PositiveInfinity, 0);
        var finish = new SupportFinish(problem, lambda);
        Correlate(problem, weights, c);
        for (var round = 0; round < MostRounds; round++)
        {
            var certificate = Certificate.Of(problem, lambda, weights, c);
            if (certificate.KktViolation < bestViolation) (best, bestViolation, idle) = ([.. weights], certificate.KktViolation, 0);
            else idle++;
            var done = certificate.Proves(problem) && certificate.KktViolation <= Rounding.OfCorrelations(problem, weights);
            if (done || idle > MostIdleRounds) break;
            // A factor that many columns went through has gathered rounding; where nothing is gained any more it starts afresh.
            if (idle > 0) finish = new SupportFinish(problem, lambda);
            Descend(problem, lambda, weights, c, cancellation);
            finish.Run(weights, cancellation);
            Correlate(problem, weights, c);
        }

        Correlate(problem, best, c);
        return SolutionReport.Of(problem, lambda, best, c);
    }

    private static void Correlate(LassoProblem problem, double[] weights, double[] c)
    {
        problem.Correlations.CopyTo(c);
        for (var column = 0; column < weights.Length; column++)
        {
            if (weights[column] != 0) Vectors.AddScaled(c, -weights[column], problem.Row(column));
        }
    }

    // Cyclic coordinate descent over the support and the worst violators, until two epochs leave every sign as it is.
    private static void Descend(LassoProblem problem, double lambda, double[] weights, double[] c, CancellationToken cancellation)
    {
        var working = WorkingSet(lambda, weights, c);
        for (int epoch = 0, quiet = 0; epoch < MostEpochs && quiet < 2; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            quiet++;
            foreach (var column in working)
            {
                var energy = problem.Energy(column);
                var (old, free) = (weights[column], c[column] + energy * weights[column]);
                var updated = Math.Abs(free) <= lambda ? 0 : (free - lambda * Math.Sign(free)) / energy;
                if (updated == old) continue;
                if (Math.Sign(updated) != Math.Sign(old)) quiet = 0;
                weights[column] = updated;
                Vectors.AddScaled(c, old - updated, problem.Row(column));
            }
        }
    }

    private static List<int> WorkingSet(double lambda, double[] weights, double[] c)
    {
        List<int> working = [], violators = [];
        for (var column = 0; column < weights.Length; column++)
        {
            if (weights[column] != 0) working.Add(column);
            else if (Math.Abs(c[column]) > lambda) violators.Add(column);
        }

        violators.Sort((a, b) => Math.Abs(c[b]).CompareTo(Math.Abs(c[a])) is var order and not 0 ? order : b.CompareTo(a));
        working.AddRange(violators.Take(Math.Max(LeastNewColumns, working.Count)));
        working.Sort();
        return working;
    }
}
