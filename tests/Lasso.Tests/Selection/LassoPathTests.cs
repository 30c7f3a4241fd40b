using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Infoscope.Plugins.Lasso.Selection;
using Infoscope.Plugins.Lasso.Tests.References;

namespace Infoscope.Plugins.Lasso.Tests.Selection;

public sealed class LassoPathTests
{
    [Theory]
    [InlineData("lasso_b_d768_k128")]
    [InlineData("lasso_d_d96_k256")]
    public void EveryPointOfThePathIsTheSolutionFromZero(string name)
    {
        var problem = LassoCase.Open(name).Problem;
        var path = LassoPath.Solve(problem, 30, 1e-3, default);
        Assert.Equal(30, path.Count);
        Assert.Empty(path[0].Support);
        Assert.Equal(1e-3, path[^1].LambdaRatio, 1e-15);
        foreach (var solution in path)
        {
            var alone = LassoSolver.Solve(problem, solution.Lambda, null, default);
            Assert.Equal(alone.Support.Order(), solution.Support.Order());
            Assert.Equal(0, alone.Weights.Zip(solution.Weights, (left, right) => Math.Abs(left - right)).Max(), 1e-11);
            Assert.InRange(solution.KktViolation, 0, 1e-12 * problem.LambdaMax);
            Assert.True(solution.IsCertified);
        }
    }

    [Theory]
    [InlineData("lasso_b_d768_k128", 40)]
    [InlineData("lasso_d_d96_k256", 60)]
    public void AnyNumberOfTokensIsReached(string name, int most)
    {
        var problem = LassoCase.Open(name).Problem;
        for (var count = 1; count <= most; count++)
        {
            var top = LassoPath.Top(problem, count, default);
            Assert.Equal((TopOutcome.Exact, count), (top.Outcome, top.Tokens.Count));
            Assert.Equal(top.Solution.Support, top.Tokens);
        }
    }

    [Property]
    public Property TheTopTokensAreTheLargestOfASolution() => Prop.ForAll(TokenProblems.All, problem =>
    {
        var count = 1 + (int)(problem.Seed % (ulong)problem.Context);
        var top = LassoPath.Top(problem.Problem, count, default);
        Assert.Equal(top.Solution.Support.Take(count), top.Tokens);
        Assert.InRange(top.Solution.Gap, -1e-15 * problem.Problem.TargetEnergy, problem.GapBound(top.Solution.Weights));
        Assert.Equal(top.Outcome == TopOutcome.FewerExist, top.Tokens.Count < count);
        Assert.Equal(top.Outcome == TopOutcome.CountJumps, top.Solution.Support.Count > count);
    });

    [Fact]
    public void WhereTwoTokensEnterTogetherTheOneNearestToTheTargetIsTaken()
    {
        // Orthogonal, equally correlated with the target: no penalty selects just one.
        double[][] tokens = [[1, 0, 0], [0, 1, 0], [1, 1, 1]];
        var top = LassoPath.Top(LassoProblem.FromGram(TokenProblem.Gram(tokens), 3), 1, default);
        Assert.Equal(TopOutcome.CountJumps, top.Outcome);
        Assert.Equal([1], top.Tokens);
        Assert.Equal(2, top.Solution.Support.Count);
        Assert.InRange(top.Solution.LambdaRatio, 1 - 1e-9, 1);
    }

    [Fact]
    public void FewerTokensThanAskedForAreReportedAsSuch()
    {
        double[][] tokens = [[1, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 0], [1, 2, 1]];
        var top = LassoPath.Top(LassoProblem.FromGram(TokenProblem.Gram(tokens), 5), 4, default);
        Assert.Equal(TopOutcome.FewerExist, top.Outcome);
        Assert.Equal([2, 1], top.Tokens);
        var orthogonal = LassoPath.Top(LassoProblem.FromGram(TokenProblem.Gram([[1, 0], [0, 1]]), 2), 1, default);
        Assert.Equal((TopOutcome.FewerExist, 0), (orthogonal.Outcome, orthogonal.Tokens.Count));
    }

    [Fact]
    public void RequestsOutsideTheSequenceAreRefused()
    {
        var problem = LassoProblem.FromGram(TokenProblem.Gram([[1, 0], [0, 1], [1, 1]]), 3);
        Assert.Throws<ArgumentOutOfRangeException>(() => LassoPath.Top(problem, 0, default));
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => LassoPath.Top(problem, 3, default));
        Assert.StartsWith("3 tokens are asked for; the target has 2 tokens before it: ask for 1 to 2.", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => LassoPath.Solve(problem, 1, 0.1, default));
        Assert.Throws<ArgumentOutOfRangeException>(() => LassoPath.Solve(problem, 10, 1, default));
    }

    [Fact]
    public void ACancelledSearchStops()
    {
        var problem = LassoCase.Open("lasso_a_d64_k16").Problem;
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => LassoPath.Solve(problem, 10, 0.1, source.Token));
    }
}
