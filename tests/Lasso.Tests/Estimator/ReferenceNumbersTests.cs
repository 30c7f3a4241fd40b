using System.Globalization;
using Infoscope.Plugins.Lasso.Tests.Gains;
using Infoscope.Plugins.Lasso.Tests.References;
using Infoscope.Plugins.Lasso.Tests.Tokens;

namespace Infoscope.Plugins.Lasso.Tests.Estimator;

/// <summary>The reference values, through the estimator's contract.</summary>
public sealed class ReferenceNumbersTests
{
    // As for the parts: gains to 1e-9 nats, energies and weights to 1e-9.
    private const double Tolerance = 1e-9;

    public static IEnumerable<object[]> Gains => ReferenceGains.Names.Select(name => new object[] { name });

    /// <summary>Gets the regressions whose tokens are stored; of one there are inner products alone.</summary>
    public static TheoryData<string> Regressions => [.. LassoCase.Names.Where(name => name != "lasso_c_d4096_k512")];

    [Theory]
    [MemberData(nameof(Gains))]
    public void TheGainsAreThoseOfTheReference(string name)
    {
        var reference = ReferenceGains.Of(name);
        var sequence = ReferenceGains.Sequence(name);
        var run = (LassoRun.Of(sequence.Rows) with { Items = true }).With("unit-rows", "false").With("sigma", Text(sequence.Sigma)).With("token-items", "all").With("random-sets", "2");
        var table = run.Estimate();
        var (gains, leaveOneOut) = (reference.Numbers("gain_nats"), reference.Numbers("leave_one_out_gain_nats"));
        TokenLaws.Near(reference.GetProperty("total_nats").GetDouble(), table["information-gain"], Tolerance);
        TokenLaws.Near(reference.GetProperty("total_nats").GetDouble() / sequence.Count, table["information-gain-per-token"], Tolerance);
        TokenLaws.Near(gains[^1], table["information-gain-last"], Tolerance);
        TokenLaws.Near(leaveOneOut.Sum(), table["leave-one-out-gain"], Tolerance * sequence.Count);
        for (var token = 0; token < sequence.Count; token++)
        {
            TokenLaws.Near(gains[token], table["token-gain", "", $"token {token}"], Tolerance);
            TokenLaws.Near(leaveOneOut[token], table["leave-one-out-gain", "", $"token {token}"], Tolerance);
        }

        var norm = sequence.Rows[^1].Sum(value => value * value);
        TokenLaws.Near(reference.Numbers("posterior_variance_eq_ridge_optimum")[^1] / norm, table["ridge-optimum"], Tolerance);
        TokenLaws.Near(reference.Numbers("ridge_residual_energy")[^1] / norm, table["ridge-residual"], Tolerance);
    }

    [Fact]
    public void TheDefaultsGiveThePublishedTotal()
    {
        var table = LassoRun.Of(NpyFile.Rows("seq_n48_d64.npy")).Estimate();
        TokenLaws.Near(175.123748215, table["information-gain"], 5e-9);
        TokenLaws.Near(2.979920396, table["information-gain-last"], Tolerance);
        TokenLaws.Near(0.038654842, table["ridge-optimum"], Tolerance);
        TokenLaws.Near(0.038164925, table["ridge-residual"], Tolerance);
        TokenLaws.Near(0.5 * Math.Log(1e4 + 1), table.Find("information-gain-last")!.Ceiling!.Value.Number, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Regressions))]
    public void TheSelectedTokensAndTheirWeightsAreThoseOfTheReference(string name)
    {
        var reference = LassoCase.Open(name);
        var run = (LassoRun.Of(NpyFile.Rows(LassoCase.Numbers(name).GetProperty("file").GetString()!)) with { Items = true }).With("unit-rows", "false").With("random-sets", "2");
        foreach (var (numbers, weights) in reference.Solutions.Zip(reference.Coefficients))
        {
            double Number(string key) => numbers.GetProperty(key).GetDouble();
            // At lambda max itself the last bits decide; a ratio of 1 selects nothing.
            var table = Number("alpha_ratio") == 1 ? run.With("lambda-ratio", "1").Estimate() : run.With("lambda", Text(Number("alpha"))).Estimate();
            Assert.Equal(numbers.GetProperty("nnz").GetInt32(), table["selected-tokens"]);
            Assert.Equal(Number("alpha_ratio"), table["lambda-ratio"], 1e-10);
            Assert.Equal(Number("residual_energy") / reference.Problem.TargetEnergy, table["lasso-residual"], 1e-10);
            Assert.InRange(table["duality-gap"], -1e-15, 1e-12);
            int[] order = [.. Enumerable.Range(0, weights.Length).Where(token => weights[token] != 0).OrderByDescending(token => Math.Abs(weights[token]))];
            Assert.Equal(order.Select(token => $"token {token}"), table.SelectedItems);
            Assert.Equal(0, order.Zip(table.Of("lasso-weight"), (token, estimate) => Math.Abs(weights[token] - estimate.Value.Number)).DefaultIfEmpty().Max(), Tolerance);
        }
    }

    [Theory]
    [InlineData("lasso_b_d768_k128", 0.1)]
    [InlineData("lasso_b_d768_k128", 0.01)]
    [InlineData("lasso_d_d96_k256", 0.02)]
    [InlineData("lasso_a_d64_k16", 0.5)]
    public void ARatioSelectsTheStoredTokens(string name, double ratio)
    {
        var numbers = LassoCase.Open(name).Solutions.Single(one => Math.Abs(one.GetProperty("alpha_ratio").GetDouble() - ratio) < 1e-12);
        var table = (LassoRun.Of(NpyFile.Rows(LassoCase.Numbers(name).GetProperty("file").GetString()!)) with { Items = true }).With("lambda-ratio", Text(ratio)).With("random-sets", "2").Estimate();
        Assert.Equal(numbers.GetProperty("support").EnumerateArray().Select(token => $"token {token.GetInt32()}").Order(), table.SelectedItems.Order());
        Assert.Equal(ratio, table["lambda-ratio"], 1e-15);
    }

    [Fact]
    public void ThePublishedPenaltySelectsSevenTokensAndSaysHowHarshItIs()
    {
        var table = LassoRun.Of(NpyFile.Rows("lasso_b_d768_k128.npy")).Estimate();
        Assert.Equal(7, table["selected-tokens"]);
        // The stored rows have length 1 to single precision.
        Assert.Equal(0.09293349604098775, table["lambda-ratio"], 1e-7);
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
