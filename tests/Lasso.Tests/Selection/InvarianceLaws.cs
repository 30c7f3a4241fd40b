using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Infoscope.Plugins.Lasso.Selection;
using static Infoscope.Plugins.Lasso.Tests.Selection.TokenProblem;

namespace Infoscope.Plugins.Lasso.Tests.Selection;

/// <summary>What changes of the tokens do to the weights.</summary>
public sealed class InvarianceLaws
{
    // The smallest singular value of 2k x k Gaussian columns is 0.29 sqrt(2k) on average and rarely below a thirtieth of that, even at k = 1.
    private const double WeightTolerance = 1e-10;

    [Property]
    public Property SignsOfTokensGoIntoTheWeightsToTheLastBit() => Prop.ForAll(TokenProblems.All, problem =>
    {
        var random = new RandomStream(problem.Seed, "signs");
        double[] signs = [.. problem.Tokens.Select((_, token) => token < problem.Context && random.NextBelow(2) == 0 ? -1.0 : 1)];
        var flipped = problem with { Tokens = [.. problem.Tokens.Select((token, i) => token.Select(value => signs[i] * value).ToArray())] };
        // A flip parts tokens that were the same, or makes them so.
        if (problem.Problem.Groups.Count + flipped.Problem.Groups.Count > 0) return;
        var (expected, actual) = (problem.Solve(), flipped.Solve());
        Assert.Equal(expected.Weights, actual.Weights.Select((weight, token) => signs[token] * weight));
        Assert.Equal(expected.Support, actual.Support);
        Assert.Equal((expected.Gap, expected.Primal, expected.IsUnique), (actual.Gap, actual.Primal, actual.IsUnique));
    });

    [Property]
    public Property PowersOfTwoScaleTheWeightsToTheLastBit() => Prop.ForAll(TokenProblems.All, problem =>
    {
        var random = new RandomStream(problem.Seed, "exponents");
        var (ofContext, ofTarget) = ((int)random.NextBelow(41) - 20, (int)random.NextBelow(41) - 20);
        var scaled = problem with { Tokens = [.. problem.Tokens.Select((token, i) => token.Select(value => Math.ScaleB(value, i < problem.Context ? ofContext : ofTarget)).ToArray())] };
        Assert.Equal(problem.Solve().Weights.Select(weight => Math.ScaleB(weight, ofTarget - ofContext)), scaled.Solve().Weights);
    });

    [Property]
    public Property AFactorOfTheTargetIsOneOfTheWeights() => Prop.ForAll(TokenProblems.WellConditioned, problem =>
    {
        var scaled = problem with { Tokens = [.. problem.Tokens[..^1], [.. problem.Target.Select(value => 1.7 * value)]] };
        var solution = problem.Solve();
        Same(solution.Weights.Select(weight => 1.7 * weight), scaled.SolveAt(1.7 * solution.Lambda), solution.L1);
    });

    [Property]
    public Property AFactorOfAllTokensLeavesTheWeights() => Prop.ForAll(TokenProblems.WellConditioned, problem =>
    {
        var scaled = problem with { Tokens = [.. problem.Tokens.Select(token => token.Select(value => 1.7 * value).ToArray())] };
        var solution = problem.Solve();
        Same(solution.Weights, scaled.SolveAt(1.7 * 1.7 * solution.Lambda), solution.L1);
    });

    [Property]
    public Property ARotationLeavesTheWeights() => Prop.ForAll(TokenProblems.WellConditioned, problem =>
    {
        var rotated = problem with { Tokens = Rotate(problem.Tokens, problem.Seed) };
        var solution = problem.Solve();
        Same(solution.Weights, rotated.SolveAt(solution.Lambda), solution.L1);
    });

    [Property]
    public Property ARotationLeavesTheFitOfAnyTokens() => Prop.ForAll(TokenProblems.All, problem =>
    {
        var rotated = problem with { Tokens = Rotate(problem.Tokens, problem.Seed) };
        var solution = problem.Solve();
        if (solution.Lambda == 0) return;
        LassoLaws.SameFit(problem, solution, problem, rotated.SolveAt(solution.Lambda));
    });

    [Property]
    public Property TheOrderOfTheTokensOrdersTheWeights() => Prop.ForAll(TokenProblems.WellConditioned, problem =>
    {
        var order = Order(problem);
        var reordered = problem with { Tokens = [.. order.Select(token => problem.Tokens[token]), problem.Target] };
        var (solution, again) = (problem.Solve(), reordered.Solve());
        Same(order.Select(token => solution.Weights[token]), again, solution.L1);
        Assert.Equal(solution.Support.Count, again.Support.Count);
    });

    [Property]
    public Property TheOrderOfTheTokensLeavesTheFitOfAnyTokens() => Prop.ForAll(TokenProblems.All, problem =>
    {
        var reordered = problem with { Tokens = [.. Order(problem).Select(token => problem.Tokens[token]), problem.Target] };
        LassoLaws.SameFit(problem, problem.Solve(), reordered, reordered.Solve());
    });

    private static void Same(IEnumerable<double> expected, LassoSolution actual, double size) =>
        Assert.Equal(0, expected.Zip(actual.Weights, (left, right) => Math.Abs(left - right)).Max(), WeightTolerance * Math.Max(size, 1));

    private static int[] Order(TokenProblem problem)
    {
        var random = new RandomStream(problem.Seed, "order");
        return [.. Enumerable.Range(0, problem.Context).Select(token => (token, key: random.NextUInt64())).OrderBy(pair => pair.key).Select(pair => pair.token)];
    }

    // As many random reflections as features make any rotation.
    private static double[][] Rotate(double[][] tokens, ulong seed)
    {
        var random = new RandomStream(seed, "rotation");
        double[][] rotated = [.. tokens.Select(token => token.ToArray())];
        for (var reflection = 0; reflection < tokens[0].Length; reflection++)
        {
            double[] normal = [.. tokens[0].Select(_ => random.NextNormal())];
            var square = Dot(normal, normal);
            foreach (var token in rotated)
            {
                var factor = 2 * Dot(normal, token) / square;
                for (var feature = 0; feature < token.Length; feature++) token[feature] -= factor * normal[feature];
            }
        }

        return rotated;
    }
}
