using Infoscope.Plugins.Lasso.Selection;

namespace Infoscope.Plugins.Lasso.Tests.Selection;

public sealed class LassoProblemTests
{
    private static readonly double[] First = [1, 0, 0, 0], Second = [0, 2, 0, 0], Zero = [0, 0, 0, 0];

    [Fact]
    public void IdenticalTokensAreOneColumnCarriedByTheLast()
    {
        var problem = Problem(First, Second, First, Second, First, [3, 1, 0, 0]);
        Assert.Equal(2, problem.Columns);
        Assert.Equal([[0, 2, 4], [1, 3]], problem.Groups);
        var solution = LassoPath.AtRatio(problem, 0.1, null, default);
        Assert.Equal([4, 3], solution.Support);
        Assert.Equal(0, solution.Weights[0] + solution.Weights[1] + solution.Weights[2]);
        Assert.False(solution.IsUnique);
        // Only the repeated token is left out, so its repetition does not matter.
        Assert.True(LassoPath.AtRatio(Problem(Second, Second, First, [3, 0.1, 0, 0]), 0.9, null, default).IsUnique);
    }

    [Fact]
    public void TokensThatDifferInTheLastBitAreNotTheSame()
    {
        double[] rounded = [Math.BitIncrement(1), 0, 0, 0];
        Assert.Empty(Problem(First, Second, rounded, [3, 1, 0, 0]).Groups);
    }

    [Fact]
    public void ZeroTokensAreNeitherSelectedNorGrouped()
    {
        var problem = Problem(Zero, First, Zero, [1, 1, 0, 0]);
        Assert.Empty(problem.Groups);
        Assert.Equal(3, problem.Columns);
        Assert.Equal([1], LassoPath.AtRatio(problem, 1e-6, null, default).Support);
        Assert.Empty(LassoPath.AtRatio(Problem(Zero, Zero, First), 0.1, null, default).Support);
    }

    [Fact]
    public void OneContextTokenHasTheSoftThresholdedWeight()
    {
        // w = (x'y - Lambda) / x'x with x'y = 2, x'x = 4, Lambda = 0.5.
        var solution = LassoSolver.Solve(Problem(Second, [5, 1, 0, 0]), 0.5, null, default);
        Assert.Equal([0.375], solution.Weights);
        Assert.Equal(0.25, solution.LambdaRatio);
    }

    [Fact]
    public void ATargetThatIsInTheContextIsExplainedByItsCopyAlone()
    {
        double[] target = [1, 2, 3, 4];
        var solution = LassoPath.AtRatio(Problem([4, 1, 0, 1], target, [1, 1, 1, 1], target), 0.1, null, default);
        Assert.Equal([1], solution.Support);
        Assert.Equal(0.9, solution.Weights[1], 1e-15);
    }

    [Fact]
    public void NothingIsSelectedForATargetOrthogonalToAllTokens()
    {
        var problem = Problem(First, Second, [0, 0, 1, 1]);
        Assert.Equal(0, problem.LambdaMax);
        foreach (var solution in new[] { LassoPath.AtRatio(problem, 0.1, null, default), LassoSolver.Solve(problem, 1e-4, null, default) })
        {
            Assert.Empty(solution.Support);
            Assert.Equal(double.PositiveInfinity, solution.LambdaRatio);
            Assert.True(solution.IsCertified && solution.IsUnique);
        }
    }

    [Fact]
    public void DependentTokensAreNotUniqueButCertified()
    {
        // The third is the sum of the first two; all three reach the bound for a target along it.
        var problem = Problem([1, 0, 0, 0], [0, 1, 0, 0], [0.5, 0.5, 0, 0], [1, 1, 0, 0]);
        var solution = LassoPath.AtRatio(problem, 0.5, null, default);
        Assert.False(solution.IsUnique);
        Assert.True(solution.IsCertified);
        Assert.InRange(solution.Support.Count, 1, 2);
    }

    [Fact]
    public void OfTwoTokensThatNearlyRepeatTheBetterOneIsKept()
    {
        // Their difference is lost in the Gram matrix but shows in their correlations with the target; the descent
        // takes up the second, and a finish that saw only the penalty dropped it again.
        var problem = Problem([1, 0], [1, 1e-7], [1, 1]);
        var solution = LassoPath.AtRatio(problem, 0.5, null, default);
        Assert.Equal([1], solution.Support);
        Assert.InRange(solution.KktViolation, 0, 1e-15);
        Assert.True(solution.IsCertified);
    }

    [Fact]
    public void AZeroTargetIsRefused()
    {
        var refusal = Assert.Throws<NumericalFailureException>(() => Problem(First, Zero));
        Assert.Equal("the target (token 1) is zero, or its square is; there is nothing to select tokens for, so leave this sequence out, or normalise the rows.", refusal.Message);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void NumbersThatAreNotFiniteAreRefused(double value)
    {
        var gram = TokenProblem.Gram([First, Second, [1, 1, 0, 0]]);
        gram[1 * 3 + 0] = value;
        var refusal = Assert.Throws<NumericalFailureException>(() => LassoProblem.FromGram(gram, 3));
        Assert.StartsWith("the inner product of tokens 1 and 0 is ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ShapesThatDoNotFitAreRefused()
    {
        Assert.Throws<ArgumentException>(() => LassoProblem.FromGram([1], 1));
        Assert.Throws<ArgumentException>(() => LassoProblem.FromGram([1, 2, 3], 2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void APenaltyThatIsNotPositiveIsRefused(double value)
    {
        var problem = Problem(First, [1, 1, 0, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => LassoSolver.Solve(problem, value, null, default));
        Assert.Throws<ArgumentOutOfRangeException>(() => LassoPath.AtRatio(problem, value, null, default));
    }

    private static LassoProblem Problem(params double[][] tokens) => LassoProblem.FromGram(TokenProblem.Gram(tokens), tokens.Length);
}
