using Infoscope.Plugins.Lasso.Gains;
using Infoscope.Plugins.Lasso.Tests.References;
using Infoscope.Plugins.Lasso.Tests.Tokens;

namespace Infoscope.Plugins.Lasso.Tests.Gains;

public sealed class ReferenceGainsTests
{
    // The reference computed by singular values and agrees with its own Cholesky factors to 3e-12 nats.
    private const double Tolerance = 1e-9;

    public static IEnumerable<object[]> Cases => ReferenceGains.Names.Select(name => new object[] { name });

    [Theory]
    [MemberData(nameof(Cases))]
    public void EveryGainIsReproduced(string name)
    {
        var reference = ReferenceGains.Of(name);
        var gains = ReferenceGains.Sequence(name).Gains();
        AssertEach(reference.Numbers("gain_nats"), gains.GainsNats);
        AssertEach(reference.Numbers("leave_one_out_gain_nats"), gains.LeaveOneOutNats);
        TokenLaws.Near(reference.GetProperty("total_nats").GetDouble(), gains.TotalNats, Tolerance);
        Assert.Equal(gains.GainsNats[^1], gains.LastNats);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void EveryRidgeRegressionIsReproduced(string name)
    {
        var reference = ReferenceGains.Of(name);
        var gains = ReferenceGains.Sequence(name).Gains();
        RidgeFit[] fits = [.. Enumerable.Range(0, gains.Gram.Tokens).Select(gains.RidgeOf)];
        AssertEach(reference.Numbers("posterior_variance_eq_ridge_optimum"), [.. fits.Select(fit => fit.Optimum)]);
        AssertEach(reference.Numbers("ridge_residual_energy"), [.. fits.Select(fit => fit.ResidualEnergy)]);
        AssertEach(reference.Numbers("ridge_coef_norm2"), [.. fits.Select(fit => fit.SquaredWeights)]);
    }

    [Fact]
    public void AResidualFarBelowTheOptimumKeepsFiveDigits()
    {
        // The residual of the last tokens is 3e-10 to 1e-9, and the products it comes from are rounded at 1e-16: 1e-6 relative at best.
        var reference = ReferenceGains.Of("m3_rank3_n20_d30");
        var gains = ReferenceGains.Sequence("m3_rank3_n20_d30").Gains();
        var expected = reference.Numbers("ridge_residual_energy");
        Assert.True(expected.Min() < 1e-9);
        for (var token = 0; token < expected.Length; token++) Assert.Equal(1, gains.RidgeOf(token).ResidualEnergy / expected[token], 1e-5);
    }

    [Fact]
    public void FiveHundredTokensOfALargeModelHaveTheirPublishedTotals()
    {
        // The published figures carry four decimals.
        var gains = TokenSequence.GainsOf(new TokenGram(NpyFile.Symmetric("lasso_c_gram_lower.npy", 513), 513), 0.01);
        Assert.Equal(1581.3716, gains.TotalNats, 5.1e-5);

        // Published as 1353.8438. Correctly rounded sums of this very matrix, in Python, give 1353.8436378556.
        Assert.Equal(1353.8436378556, gains.LeaveOneOutNats.ToArray().Sum(), 1e-9);
        Assert.Equal(1353.8438, gains.LeaveOneOutNats.ToArray().Sum(), 2e-4);
        Assert.Equal(2362.4780, gains.MarginalNats.ToArray().Sum(), 5.1e-5);
    }

    [Fact]
    public void TheGaussianProcessIsTheRidgeRegression()
    {
        var sequence = ReferenceGains.Sequence("seq_n48_d64");
        var gains = sequence.Gains();
        for (var token = 0; token < sequence.Count; token++)
        {
            var (optimum, residual) = PrimalRidge.OfLast(sequence.Take(Enumerable.Range(0, token + 1)));
            TokenLaws.Near(optimum, gains.RidgeOf(token).Optimum, 1e-10);
            TokenLaws.Near(residual, gains.RidgeOf(token).ResidualEnergy, 1e-10);
        }
    }

    private static void AssertEach(double[] expected, ReadOnlySpan<double> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var token = 0; token < expected.Length; token++) TokenLaws.Near(expected[token], actual[token], Tolerance);
    }
}
