using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Infoscope.Plugins.Lasso.Selection;
using Infoscope.Plugins.Lasso.Tests.References;

namespace Infoscope.Plugins.Lasso.Tests.Selection;

/// <summary>A problem made from tokens is the one made from their Gram matrix, and computes what it needs of it.</summary>
public sealed class ColumnsOnDemandTests
{
    // Inner products summed in another order, and what the conditioning of the selected tokens makes of that.
    private const double WeightTolerance = 1e-12;

    [Theory]
    [InlineData("lasso_a_d64_k16")]
    [InlineData("lasso_b_d768_k128")]
    [InlineData("lasso_d_d96_k256")]
    public void TokensHaveTheSolutionsOfTheirGramMatrix(string name)
    {
        var tokens = NpyFile.Rows(LassoCase.Numbers(name).GetProperty("file").GetString()!);
        var reference = LassoCase.Open(name);
        foreach (var ratio in new[] { 0.9, 0.3, 0.1, 0.02 })
        {
            var (solution, expected) = (LassoPath.AtRatio(Of(tokens), ratio, null, default), LassoPath.AtRatio(reference.Problem, ratio, null, default));
            Assert.Equal(expected.Support.Order(), solution.Support.Order());
            Assert.Equal(0, expected.Weights.Zip(solution.Weights, (left, right) => Math.Abs(left - right)).Max(), WeightTolerance);
            Assert.Equal((expected.IsUnique, true), (solution.IsUnique, solution.IsCertified));
        }
    }

    [Property]
    public Property TokensOfAnyKindHaveTheFitOfTheirGramMatrix() => Prop.ForAll(TokenProblems.All, problem =>
    {
        var tokens = Of(problem.Tokens);
        Assert.Equal(problem.Problem.Groups, tokens.Groups);
        var (solution, expected) = (LassoPath.AtRatio(tokens, problem.Ratio, null, default), problem.Solve());
        LassoLaws.SameFit(problem, expected, problem, solution);
        Assert.InRange(solution.Gap, -1e-15 * tokens.TargetEnergy, problem.GapBound(solution.Weights));
        Assert.InRange(solution.KktViolation, 0, problem.CorrelationRounding(solution.Weights));
    });

    [Fact]
    public void TokensThatAreNeverLookedAtHaveNoInnerProducts()
    {
        var problem = Of(NpyFile.Rows("lasso_b_d768_k128.npy"));
        Assert.Equal(0, Entered(problem));
        var solution = LassoPath.AtRatio(problem, 0.1, null, default);
        Assert.Equal(7, solution.Support.Count);
        Assert.InRange(Entered(problem), solution.Support.Count, 32);
        Assert.False(problem.IsComplete);
    }

    [Fact]
    public void InnerProductsOfHalfOfTheTokensAndOneMoreAreThoseOfAll()
    {
        var tokens = NpyFile.Rows("lasso_b_d768_k128.npy");
        var (few, many, all) = (Of(tokens), Of(tokens), Of(tokens));
        few.Enter([.. Enumerable.Range(0, 64)], default);
        Assert.Equal((64, false), (Entered(few), few.IsComplete));
        few.Enter([63, 64], default);
        many.Enter([.. Enumerable.Range(20, 65)], default);
        all.EnterAll(default);
        for (var column = 0; column < all.Columns; column++)
        {
            // The bits do not depend on when a token enters.
            Assert.Equal(all.Row(column), few.Row(column));
            Assert.Equal(all.Row(column), many.Row(column));
            for (var other = 0; other < all.Columns; other++) Assert.Equal(TokenProblem.Dot(tokens[column], tokens[other]), all.Row(column)[other], tokens[0].Length * TokenProblem.Unit);
        }
    }

    [Fact]
    public void APathHasAllInnerProductsFromTheStart()
    {
        var tokens = NpyFile.Rows("lasso_a_d64_k16.npy");
        var problem = Of(tokens);
        var path = LassoPath.Solve(problem, 5, 0.5, default);
        Assert.True(problem.IsComplete);
        Assert.Equal(path[^1].Weights, LassoPath.Solve(problem, 5, 0.5, default)[^1].Weights);
    }

    [Fact]
    public void ACancelledProductStops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => Of(NpyFile.Rows("lasso_a_d64_k16.npy")).EnterAll(source.Token));
    }

    [Fact]
    public void TokensThatAreNoProblemAreRefused()
    {
        Assert.Throws<ArgumentException>(() => LassoProblem.FromTokens([1, 2], 1, 2));
        Assert.Throws<ArgumentException>(() => LassoProblem.FromTokens([1, 2, 3], 2, 2));
        Assert.StartsWith("the target (token 1) is zero", Assert.Throws<NumericalFailureException>(() => LassoProblem.FromTokens([1, 2, 0, 0], 2, 2)).Message, StringComparison.Ordinal);
        Assert.StartsWith("the inner product of tokens 0 and 0 is Infinity", Assert.Throws<NumericalFailureException>(() => LassoProblem.FromTokens([1e200, 0, 1, 1], 2, 2)).Message, StringComparison.Ordinal);
    }

    private static LassoProblem Of(double[][] tokens) => LassoProblem.FromTokens([.. tokens.SelectMany(token => token)], tokens.Length, tokens[0].Length);

    private static int Entered(LassoProblem problem) => Enumerable.Range(0, problem.Columns).Count(column => problem.Row(column).Length > 0);
}
