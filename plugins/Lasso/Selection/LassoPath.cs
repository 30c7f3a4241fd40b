namespace Infoscope.Plugins.Lasso.Selection;

/// <summary>Solutions over many penalties, each started from the one before, and the ways to choose one.</summary>
internal static class LassoPath
{
    private const int StepsPerDecade = 20;

    // Where tokens nearly repeat, weights grow as the penalty falls, and with them the rounding that it stands against.
    private const double SmallestRatio = 1e-6;

    // A count that still jumps over a bracket this narrow, relative to Lambda, jumps at one point for every purpose.
    private const double NarrowestBracket = 1e-10;

    /// <summary>Solves at penalties spaced evenly in the logarithm from lambda max, where nothing is selected, down to a ratio of it.</summary>
    /// <param name="problem">The problem; its lambda max is positive.</param>
    /// <param name="count">The number of penalties, at least 2.</param>
    /// <param name="smallestRatio">The last Lambda / lambda max, above 0 and below 1.</param>
    /// <param name="cancellation">Ends the computation.</param>
    public static IReadOnlyList<LassoSolution> Solve(LassoProblem problem, int count, double smallestRatio, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        if (!(smallestRatio > 0 && smallestRatio < 1))
            throw new ArgumentOutOfRangeException(nameof(smallestRatio), $"the smallest ratio is {smallestRatio}; it must lie above 0 and below 1.");
        var solver = new LassoSolver(problem);
        var solutions = new LassoSolution[count];
        for (var i = 0; i < count; i++) solutions[i] = solver.Solve(Math.Pow(smallestRatio, (double)i / (count - 1)) * problem.LambdaMax, cancellation);
        return solutions;
    }

    /// <summary>Solves at Lambda = ratio times lambda max.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="ratio">Lambda / lambda max, above 0; 1 and above select nothing.</param>
    /// <param name="start">A solution at a penalty nearby; null to start from zero.</param>
    /// <param name="cancellation">Ends the computation.</param>
    public static LassoSolution AtRatio(LassoProblem problem, double ratio, LassoSolution? start, CancellationToken cancellation)
    {
        if (!(ratio > 0 && double.IsFinite(ratio))) throw new ArgumentOutOfRangeException(nameof(ratio), $"the penalty ratio is {ratio}; it must be finite and above 0.");
        return LassoSolver.Solve(problem, ratio * problem.LambdaMax, start, cancellation);
    }

    /// <summary>Finds a penalty at which a given number of tokens is selected: walks down from lambda max, and halves the step where the count jumps over it.</summary>
    /// <remarks>The count need not grow all the way down, so the penalty found is the first on the way, not always the largest there is. Cost: some tens of solves.</remarks>
    /// <param name="problem">The problem.</param>
    /// <param name="count">The number of tokens wanted, from 1 to the number of context tokens.</param>
    /// <param name="cancellation">Ends the computation.</param>
    public static TopTokens Top(LassoProblem problem, int count, CancellationToken cancellation)
    {
        if (count < 1 || count > problem.TokenCount)
            throw new ArgumentOutOfRangeException(nameof(count), $"{count} tokens are asked for; the target has {problem.TokenCount} tokens before it: ask for 1 to {problem.TokenCount}.");
        var solver = new LassoSolver(problem);
        var few = solver.Solve(problem.LambdaMax, cancellation);
        var many = few;
        for (var step = 1; many.Support.Count < count; step++)
        {
            var ratio = Math.Pow(10, -(double)step / StepsPerDecade);
            if (ratio < SmallestRatio || problem.LambdaMax == 0) return new TopTokens { Solution = many, Tokens = many.Support, Outcome = TopOutcome.FewerExist };
            few = many;
            many = solver.Solve(ratio * problem.LambdaMax, cancellation);
        }

        while (many.Support.Count > count && few.Lambda - many.Lambda > NarrowestBracket * few.Lambda)
        {
            var middle = solver.Solve(Math.Sqrt(few.Lambda) * Math.Sqrt(many.Lambda), cancellation);
            if (middle.Support.Count < count) few = middle;
            else many = middle;
        }

        return new TopTokens
        {
            Solution = many,
            Tokens = [.. many.Support.Take(count)],
            Outcome = many.Support.Count == count ? TopOutcome.Exact : TopOutcome.CountJumps,
        };
    }
}
