namespace Infoscope.Plugins.Lasso.Selection;

/// <summary>Solves the Lasso from its Gram matrix: coordinate descent on a working set finds the signs, a Cholesky factor the exact weights, the duality gap proves them.</summary>
/// <remarks>
/// It stays where it is from one penalty to the next, weights and factor alike. So along a path the weights for the new penalty follow from the factor that is there, as long as the selected tokens
/// stay the same; the descent takes part where others come in.
/// </remarks>
internal sealed class LassoSolver(LassoProblem problem)
{
    private const int LeastNewColumns = 16, MostEpochs = 30, MostRounds = 500, MostIdleRounds = 20;

    // A working set of no more than this part of the columns is worth having its own inner products together.
    private const int Sparse = 4;

    private readonly double[] weights = new double[problem.Columns];
    private readonly double[] c = new double[problem.Columns];
    private SupportFinish finish = new(problem);

    /// <summary>Solves at one penalty, from zero or from another solution.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="lambda">The penalty Lambda; above 0, or 0 where lambda max is 0.</param>
    /// <param name="start">A solution of the same problem at a penalty nearby; null to start from zero.</param>
    /// <param name="cancellation">Ends the computation.</param>
    /// <exception cref="ArgumentOutOfRangeException">The penalty is not finite, negative, or 0 below lambda max.</exception>
    public static LassoSolution Solve(LassoProblem problem, double lambda, LassoSolution? start, CancellationToken cancellation)
    {
        var solver = new LassoSolver(problem);
        for (var column = 0; start is not null && column < problem.Columns; column++) solver.weights[column] = start.Weights[problem.Token(column)];
        return solver.Solve(lambda, cancellation);
    }

    /// <summary>Solves at one penalty, from the solution before. Cost O(k s + s^2) per round, and s^2 for each token that comes or goes, for s selected of k tokens; a few rounds.</summary>
    /// <param name="lambda">The penalty Lambda; above 0, or 0 where lambda max is 0.</param>
    /// <param name="cancellation">Ends the computation.</param>
    /// <exception cref="ArgumentOutOfRangeException">The penalty is not finite, negative, or 0 below lambda max.</exception>
    public LassoSolution Solve(double lambda, CancellationToken cancellation)
    {
        if (!(lambda > 0 || (lambda == 0 && problem.LambdaMax == 0)) || !double.IsFinite(lambda))
            throw new ArgumentOutOfRangeException(nameof(lambda), $"the penalty Lambda is {lambda}; it must be finite and above 0.");
        if (lambda >= problem.LambdaMax)
        {
            Array.Clear(weights);
            problem.Correlations.CopyTo(c);
            return SolutionReport.Of(problem, lambda, weights, c, finish, cancellation);
        }

        // Where tokens are selected already, the same ones may do with other weights.
        if (weights.AsSpan().ContainsAnyExcept(0.0)) finish.Run(lambda, weights, cancellation);
        problem.Correlate(weights, c);
        var (best, bestViolation, idle) = ((double[])weights.Clone(), double.PositiveInfinity, 0);
        for (var round = 0; round < MostRounds; round++)
        {
            var certificate = Certificate.Of(problem, lambda, weights, c);
            if (certificate.KktViolation < bestViolation)
            {
                (bestViolation, idle) = (certificate.KktViolation, 0);
                weights.CopyTo(best, 0);
            }
            else
            {
                idle++;
            }

            var done = certificate.Proves(problem) && certificate.KktViolation <= Rounding.OfCorrelations(problem, weights);
            if (done || idle > MostIdleRounds) break;
            // A factor that many columns went through has gathered rounding; where nothing is gained any more it starts afresh.
            if (idle > 0) finish = new SupportFinish(problem);
            Descend(lambda, cancellation);
            finish.Run(lambda, weights, cancellation);
            problem.Correlate(weights, c);
        }

        if (idle > 0)
        {
            best.CopyTo(weights, 0);
            problem.Correlate(weights, c);
        }

        return SolutionReport.Of(problem, lambda, weights, c, finish, cancellation);
    }

    // Cyclic coordinate descent over the support and the worst violators, until two epochs leave every sign as it is.
    // What it leaves in c is of no use afterwards.
    private void Descend(double lambda, CancellationToken cancellation)
    {
        var working = WorkingSet(lambda);
        problem.Enter(working, cancellation);
        var together = Together(working);
        var places = together is null ? working : [.. Enumerable.Range(0, working.Length)];
        var slopes = together is null ? c : [.. working.Select(column => c[column])];
        for (int epoch = 0, quiet = 0; epoch < MostEpochs && quiet < 2; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            quiet++;
            for (var i = 0; i < working.Length; i++)
            {
                var column = working[i];
                var energy = problem.Energy(column);
                var (old, free) = (weights[column], slopes[places[i]] + energy * weights[column]);
                var updated = Math.Abs(free) <= lambda ? 0 : (free - Math.CopySign(lambda, free)) / energy;
                if (updated == old) continue;
                if (Math.Sign(updated) != Math.Sign(old)) quiet = 0;
                weights[column] = updated;
                Vectors.AddScaled(slopes, old - updated, together is null ? problem.Row(column) : together.AsSpan(i * working.Length, working.Length));
            }
        }
    }

    private double[]? Together(int[] working)
    {
        if (problem.IsComplete && working.Length > problem.Columns / Sparse) return null;
        var products = new double[working.Length * working.Length];
        for (var i = 0; i < working.Length; i++)
        {
            var row = problem.Row(working[i]);
            var target = products.AsSpan(i * working.Length, working.Length);
            for (var j = 0; j < target.Length; j++) target[j] = row[working[j]];
        }

        return products;
    }

    private int[] WorkingSet(double lambda)
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
        return [.. working];
    }
}
