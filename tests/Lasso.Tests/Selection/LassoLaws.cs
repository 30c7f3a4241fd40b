using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Infoscope.Plugins.Lasso.Selection;
using static Infoscope.Plugins.Lasso.Tests.Selection.TokenProblem;

namespace Infoscope.Plugins.Lasso.Tests.Selection;

/// <summary>What holds of every solution, whatever the tokens.</summary>
public sealed class LassoLaws
{
    // Energies are sums of at most 61 terms of 40 products, and cancel against the target's.
    private const double EnergyRounding = 1e-13;

    [Property]
    public Property TheConditionsOfOptimalityHold() => ForAll(problem =>
    {
        var solution = problem.Solve();
        var residual = problem.Residual(solution.Weights);
        var rounding = problem.CorrelationRounding(solution.Weights);
        for (var token = 0; token < problem.Context; token++)
        {
            var (c, weight) = (Dot(problem.Tokens[token], residual), solution.Weights[token]);
            if (weight == 0) Assert.InRange(Math.Abs(c), 0, solution.Lambda + rounding);
            else Assert.Equal(solution.Lambda * Math.Sign(weight), c, rounding);
        }

        Assert.InRange(solution.KktViolation, 0, rounding);
        Assert.Equal(solution.Gap <= 1e-12 * problem.Problem.TargetEnergy, solution.IsCertified);
    });

    [Property]
    public Property SolutionsOfWellConditionedTokensAreCertifiedAndUnique() => Prop.ForAll(TokenProblems.WellConditioned, problem =>
    {
        var solution = problem.Solve();
        Assert.True(solution.IsCertified && solution.IsUnique);
        Assert.InRange(solution.KktViolation, 0, 1e-12 * problem.Problem.LambdaMax);
    });

    [Property]
    public Property TheGapIsNotNegativeAtAnyWeights() => ForAll(problem =>
    {
        var (lasso, weights) = (problem.Problem, SomeWeights(problem));
        var certificate = Certificate.Of(lasso, problem.Ratio * lasso.LambdaMax, weights, Correlations(lasso, weights));
        Assert.InRange(certificate.Gap, -1e-15 * Math.Max(lasso.TargetEnergy, certificate.Primal), double.MaxValue);
        var solution = problem.Solve();
        Assert.InRange(solution.Gap, -1e-15 * lasso.TargetEnergy, problem.GapBound(solution.Weights));
    });

    [Property]
    public Property NoWeightsHaveASmallerObjectiveThanTheDual() => ForAll(problem =>
    {
        var (lasso, weights, solution) = (problem.Problem, SomeWeights(problem), problem.Solve());
        var certificate = Certificate.Of(lasso, solution.Lambda, weights, Correlations(lasso, weights));
        Assert.InRange(solution.Dual, 0, certificate.Primal * (1 + EnergyRounding));
        Assert.Equal(solution.Gap, solution.Primal - solution.Dual, EnergyRounding * lasso.TargetEnergy);
    });

    [Property]
    public Property TheGapBoundsTheDistanceOfAnyFitToTheBest() => ForAll(problem =>
    {
        var (lasso, weights, solution) = (problem.Problem, SomeWeights(problem), problem.Solve());
        var certificate = Certificate.Of(lasso, solution.Lambda, weights, Correlations(lasso, weights));
        double[] ofTokens = new double[problem.Context];
        for (var column = 0; column < weights.Length; column++) ofTokens[lasso.Token(column)] = weights[column];
        var distance = Norm(Minus(problem.Fit(ofTokens), problem.Fit(solution.Weights)));
        var reach = problem.Reach(ofTokens);
        Assert.InRange(distance * distance / 2, 0, certificate.Gap + EnergyRounding * reach * reach);
    });

    [Property]
    public Property TheTargetOnTheResidualIsTheResidualAndThePenalty() => ForAll(problem =>
    {
        var solution = problem.Solve();
        var residual = problem.Residual(solution.Weights);
        var reach = problem.Reach(solution.Weights);
        Assert.Equal(Dot(residual, problem.Target), Dot(residual, residual) + solution.Lambda * solution.L1, EnergyRounding * reach * reach);
        Assert.Equal(Dot(residual, residual), solution.ResidualEnergy, EnergyRounding * reach * reach);
    });

    [Property]
    public Property NothingIsSelectedAtLambdaMaxAndSomethingJustBelow() => ForAll(problem =>
    {
        var lasso = problem.Problem;
        foreach (var ratio in new[] { 1, 1.5, 1e10 })
        {
            var solution = problem.Solve(ratio);
            Assert.All(solution.Weights, weight => Assert.Equal(0L, BitConverter.DoubleToInt64Bits(weight)));
            Assert.Empty(solution.Support);
            Assert.True(solution.IsUnique && solution.Gap == 0 && solution.ResidualEnergy == lasso.TargetEnergy);
        }

        if (lasso.LambdaMax > 0) Assert.NotEmpty(problem.Solve(0.999).Support);
    });

    [Property]
    public Property ALargerPenaltyFitsLessAndTheObjectiveIsConcave() => ForAll(problem =>
    {
        var (low, high) = (problem.Solve(problem.Ratio * 0.7), problem.Solve());
        var energy = Dot(problem.Target, problem.Target);
        var reach = problem.Reach(low.Weights);
        var rounding = EnergyRounding * reach * reach;
        Assert.InRange(high.Primal, low.Primal - rounding, energy);
        // Each objective lies within its gap of the minimum; l1 then moves by at most that over the step in Lambda.
        var step = high.Lambda - low.Lambda;
        Assert.InRange(high.Primal - low.Primal, high.L1 * step - rounding, low.L1 * step + rounding);
        Assert.InRange(high.ResidualEnergy, low.ResidualEnergy - rounding, energy + rounding);
        Assert.InRange(high.L1 * step, 0, low.L1 * step + rounding);
        var middle = problem.SolveAt((low.Lambda + high.Lambda) / 2);
        Assert.InRange(middle.Primal, (low.Primal + high.Primal) / 2 - rounding, energy);
    });

    [Property]
    public Property ResidualsOverTheirPenaltiesMoveNoFurtherThanTheInverses() => ForAll(problem =>
    {
        var (one, other) = (problem.Solve(), problem.Solve(problem.Ratio * 0.8));
        if (one.Lambda == 0) return;
        double[] Scaled(LassoSolution solution) => [.. problem.Residual(solution.Weights).Select(value => value / solution.Lambda)];
        var bound = Math.Abs(1 / one.Lambda - 1 / other.Lambda) * Norm(problem.Target);
        Assert.InRange(Norm(Minus(Scaled(one), Scaled(other))), 0, bound + (FitRounding(problem, one) + FitRounding(problem, other)) / other.Lambda);
    });

    [Property]
    public Property TheFitMovesNoFurtherThanTheTarget() => ForAll(problem =>
    {
        var random = new RandomStream(problem.Seed, "other target");
        var size = Norm(problem.Target) * Math.Pow(10, -3 * random.NextDouble()) / Math.Sqrt(problem.Features);
        double[] moved = [.. problem.Target.Select(value => value + size * random.NextNormal())];
        var other = problem with { Tokens = [.. problem.Tokens[..^1], moved] };
        var solution = problem.Solve();
        if (solution.Lambda == 0) return;
        var second = other.SolveAt(solution.Lambda);
        var distance = Norm(Minus(problem.Fit(solution.Weights), other.Fit(second.Weights)));
        Assert.InRange(distance, 0, Norm(Minus(problem.Target, moved)) + FitRounding(problem, solution) + FitRounding(other, second));
    });

    [Property]
    public Property NoMoreTokensAreSelectedThanFeaturesOrTokens() => ForAll(problem =>
        Assert.InRange(problem.Solve().Support.Count, 0, Math.Min(problem.Features, problem.Context)));

    [Property]
    public Property RepeatingATokenLeavesTheFit() => ForAll(problem =>
    {
        var repeated = problem.Tokens[(int)(problem.Seed % (ulong)problem.Context)];
        var solution = problem.Solve();
        // The same token is merged; with its sign turned it is a column of its own.
        foreach (var sign in new[] { 1, -1 })
        {
            var longer = problem with { Tokens = [[.. repeated.Select(value => sign * value)], .. problem.Tokens] };
            var again = longer.Solve();
            SameFit(problem, solution, longer, again);
            Assert.Equal(solution.L1 * solution.Lambda, again.L1 * again.Lambda, EnergyRounding * Math.Pow(problem.Reach(solution.Weights), 2));
        }
    });

    [Property]
    public Property AStartFromAnotherPenaltyEndsAtTheSameFit() => ForAll(problem =>
    {
        var lasso = problem.Problem;
        var start = LassoPath.AtRatio(lasso, problem.Ratio / 3, null, default);
        SameFit(problem, problem.Solve(), problem, LassoPath.AtRatio(lasso, problem.Ratio, start, default));
    });

    [Property]
    public Property TheSameProblemGivesTheSameBits() => ForAll(problem => Assert.Equal(problem.Solve().Weights, problem.Solve().Weights));

    internal static void SameFit(TokenProblem problem, LassoSolution solution, TokenProblem other, LassoSolution again) =>
        Assert.InRange(Norm(Minus(problem.Fit(solution.Weights), other.Fit(again.Weights))), 0, FitRounding(problem, solution) + FitRounding(other, again));

    // Two points that miss the conditions by e at most have fits with |X(w - v)|^2 <= (|w|_1 + |v|_1) 2 e.
    internal static double FitRounding(TokenProblem problem, LassoSolution solution) =>
        2 * Math.Sqrt(problem.CorrelationRounding(solution.Weights) * solution.L1) + 1e-14 * problem.Reach(solution.Weights);

    private static Property ForAll(Action<TokenProblem> check) => Prop.ForAll(TokenProblems.All, check);

    private static double[] SomeWeights(TokenProblem problem)
    {
        var random = new RandomStream(problem.Seed, "weights");
        var lasso = problem.Problem;
        var weights = new double[lasso.Columns];
        for (var column = 0; column < weights.Length; column++)
        {
            if (lasso.Energy(column) > 0 && random.NextBelow(2) == 0) weights[column] = random.NextNormal() * Math.Sqrt(lasso.TargetEnergy) / lasso.Norms[column];
        }

        return weights;
    }

    private static double[] Correlations(LassoProblem lasso, double[] weights)
    {
        var c = lasso.Correlations.ToArray();
        for (var column = 0; column < weights.Length; column++)
        {
            for (var other = 0; other < c.Length; other++) c[other] -= lasso.Row(column)[other] * weights[column];
        }

        return c;
    }
}
