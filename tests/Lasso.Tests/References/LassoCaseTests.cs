using Infoscope.Plugins.Lasso.Selection;
using Infoscope.Plugins.Lasso.Tests.Selection;

namespace Infoscope.Plugins.Lasso.Tests.References;

public sealed class LassoCaseTests
{
    // The references are polished to a KKT violation of 1e-15; objectives are then equal to rounding.
    private const double WeightTolerance = 1e-9, RelativeTolerance = 1e-10;

    private const double CertificateTolerance = 1e-12, GapRounding = 1e-15;

    public static TheoryData<string> Names => [.. LassoCase.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void EverySolutionIsThatOfTheReference(string name)
    {
        var reference = LassoCase.Open(name);
        Assert.NotEmpty(reference.Solutions);
        foreach (var (numbers, weights) in reference.Solutions.Zip(reference.Coefficients))
        {
            double Number(string key) => numbers.GetProperty(key).GetDouble();
            void Same(double expected, double actual) => Assert.Equal(expected, actual, RelativeTolerance * Math.Abs(expected));
            // The reference's own lambda max was summed in another order.
            var lambda = Number("alpha_ratio") == 1 ? reference.Problem.LambdaMax : Number("lambda_unscaled");
            var solution = LassoSolver.Solve(reference.Problem, lambda, null, default);
            Assert.InRange(solution.KktViolation, 0, CertificateTolerance * reference.Problem.LambdaMax);
            Assert.InRange(solution.Gap, -GapRounding * reference.Problem.TargetEnergy, CertificateTolerance * reference.Problem.TargetEnergy);
            Assert.True(solution.IsCertified && solution.IsUnique);
            Assert.Equal(Enumerable.Range(0, weights.Length).Where(token => weights[token] != 0), solution.Support.Order());
            Assert.Equal(numbers.GetProperty("nnz").GetInt32(), solution.Support.Count);
            Assert.Equal(0, weights.Zip(solution.Weights, (expected, actual) => Math.Abs(expected - actual)).Max(), WeightTolerance);
            Same(Number("primal"), solution.Primal);
            Same(Number("residual_energy"), solution.ResidualEnergy);
            Same(Number("l1"), solution.L1);
            Assert.Equal(lambda, reference.Features * Number("alpha"), RelativeTolerance * lambda);
            Assert.Equal(Number("alpha_ratio"), solution.LambdaRatio, RelativeTolerance);
        }
    }

    [Fact]
    public void ASequenceOfRawNormsKeepsEveryTokenAtThePublishedPenalty()
    {
        var problem = LassoCase.Open("lasso_e_raw_d768_k128").Problem;
        Assert.Equal(128, LassoSolver.Solve(problem, 768 * 1e-4, null, default).Support.Count);
    }

    [Fact]
    public void TheInterceptIsThatOfTheReference()
    {
        var numbers = LassoCase.Numbers("lasso_a_with_intercept");
        var tokens = NpyFile.Rows(numbers.GetProperty("file").GetString()!);
        var features = tokens[0].Length;
        double[] means = [.. tokens.Select(token => token.Average())];
        var problem = LassoProblem.FromGram(TokenProblem.Gram([.. tokens.Select(Centred)]), tokens.Length);
        var solution = LassoSolver.Solve(problem, features * numbers.GetProperty("alpha").GetDouble(), null, default);
        double[] expected = [.. numbers.GetProperty("coef").EnumerateArray().Select(value => value.GetDouble())];
        Assert.Equal(0, expected.Zip(solution.Weights, (left, right) => Math.Abs(left - right)).Max(), WeightTolerance);
        Assert.Equal(Enumerable.Range(0, expected.Length).Where(token => expected[token] != 0), solution.Support.Order());
        var intercept = means[^1] - means.SkipLast(1).Zip(solution.Weights, (mean, weight) => mean * weight).Sum();
        Assert.Equal(numbers.GetProperty("intercept").GetDouble(), intercept, WeightTolerance);
        Assert.InRange(solution.KktViolation, 0, CertificateTolerance * problem.LambdaMax);
        Assert.True(solution.IsCertified);
    }

    private static double[] Centred(double[] token)
    {
        double[] centred = [.. token];
        Vectors.Centre(centred);
        return centred;
    }
}
