using Infoscope.Plugins.SoftEntropy.Tests.Problems;

namespace Infoscope.Plugins.SoftEntropy.Tests.References;

public sealed class ReferenceCaseTests
{
    // Double against double, both within a few hundred roundings.
    private const double DoubleTolerance = 1e-11;

    // Rows, anchors and cosines rounded to single; the published library itself lies within 1.7e-7 of double in efficiency units.
    private const double SingleTolerance = 2e-6;

    public static IEnumerable<object[]> Cases => ReferenceCase.Cases;

    public static IEnumerable<object[]> VariantCases => ReferenceCase.VariantCases;

    [Theory]
    [MemberData(nameof(Cases))]
    public void DoublePrecisionReproducesEveryNumber(string name)
    {
        var reference = ReferenceCase.Published(name);
        var table = reference.Run.Estimate();
        AssertNumbers(reference, table, DoubleTolerance);
        var ceiling = Math.Min(reference.Number("label_entropy_nats"), reference.Number("H_nats") - reference.Number("per_row_mean_H_nats"));
        Assert.Equal(ceiling, table.Find("mutual-information")!.Ceiling!.Value.Number, DoubleTolerance);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void DoublePrecisionReproducesEveryLabel(string name)
    {
        var reference = ReferenceCase.Published(name);
        var table = reference.Run.Estimate();
        var expected = reference.Numbers.GetProperty("per_label_H_nats").EnumerateArray().Select(value => value.GetDouble()).ToArray();
        var counts = reference.Numbers.GetProperty("label_counts").EnumerateArray().Select(value => value.GetInt64()).ToArray();
        // The file lists the first 64 labels of a case.
        Assert.Equal(reference.Numbers.GetProperty("labels").EnumerateArray().Select(value => value.GetInt32()), reference.Names.Take(64));
        Assert.Equal(expected.Length, Math.Min(64, reference.Names.Length));
        for (var label = 0; label < expected.Length; label++)
        {
            var estimate = table.Find("conditional-entropy", "y", $"label {label}")!;
            Assert.Equal(expected[label], estimate.Value.Number, DoubleTolerance);
            Assert.Equal(counts[label], estimate.RowsUsed);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void DoublePrecisionReproducesTheMarginal(string name)
    {
        var reference = ReferenceCase.Published(name);
        var context = reference.Run.Context();
        using var estimation = (SoftEntropyEstimation)new SoftEntropyEstimator().Begin(context);
        reference.Run.Observe(estimation, 0, reference.Run.Rows.Length);
        var marginal = estimation.AllRows.Mean();
        var expected = reference.Numbers.GetProperty("P").EnumerateArray().Select(value => value.GetDouble()).ToArray();
        Assert.Equal(expected.Length, marginal.Length);
        for (var anchor = 0; anchor < expected.Length; anchor++) Assert.Equal(expected[anchor], marginal[anchor], DoubleTolerance);
        context.CloseCompute();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void DoublePrecisionReproducesTheLeadingOrder(string name)
    {
        if (ReferenceCase.LeadingOrder(name) is { } reference) AssertNumbers(reference, reference.Run.Estimate(), DoubleTolerance);
        else Assert.Equal("c10_digits", name);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AnchorsOfAnotherBackendReproduceItsNumbers(bool leadingOrder)
    {
        var reference = ReferenceCase.OtherAnchors(leadingOrder);
        AssertNumbers(reference, reference.Run.Estimate(), DoubleTolerance);
    }

    [Theory]
    [MemberData(nameof(VariantCases))]
    public void TheTemperatureOfTheThesisReproducesItsNumbers(string name)
    {
        var reference = ReferenceCase.Thesis(name);
        AssertVariant(reference, reference.Run.Estimate(), DoubleTolerance);
    }

    [Theory]
    [MemberData(nameof(VariantCases))]
    public void SubspacesThatShareAnchorsReproduceTheirNumbers(string name)
    {
        var reference = ReferenceCase.Subspaces(name);
        Assert.Equal(reference.Numbers.GetProperty("m").GetInt32(), reference.Run.Anchors!.Length);
        AssertVariant(reference, reference.Run.Estimate(), DoubleTolerance);
        AssertVariant(reference, (reference.Run with { Precision = Precision.Single }).Estimate(), SingleTolerance);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void SinglePrecisionStaysClose(string name)
    {
        var reference = ReferenceCase.Published(name);
        AssertNumbers(reference, (reference.Run with { Precision = Precision.Single }).Estimate(), SingleTolerance);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheRuleReproducesEveryNumberWithoutBeingToldTheTemperature(string name)
    {
        // Two dimensions have no bound; their case was made at the exact temperature.
        var reference = ReferenceCase.Published(name);
        var rule = reference.Run.Rows[0].Length == 2 ? "exact" : "bounds";
        AssertNumbers(reference, reference.Run.With("temperature", rule).Estimate(), DoubleTolerance);
    }

    private static void AssertVariant(ReferenceCase reference, EstimateTable table, double tolerance)
    {
        Assert.Equal(reference.Number("H_nats"), table.Entropy, tolerance);
        Assert.Equal(reference.Number("cond_weighted_nats"), table.Nats("conditional-entropy"), tolerance);
        Assert.Equal(reference.Number("cond_unweighted_nats"), table.Nats("conditional-entropy-unweighted"), tolerance);
        Assert.Equal(reference.Number("I_weighted_nats"), table.Information, tolerance);
        Assert.Equal(reference.Number("I_unweighted_nats"), table.Nats("mutual-information-unweighted"), tolerance);
        Assert.Equal(reference.Number("disentanglement_one_vs_rest_unweighted_nats"), table.Nats("disentanglement"), tolerance);
    }

    private static void AssertNumbers(ReferenceCase reference, EstimateTable table, double tolerance)
    {
        Assert.Equal(reference.Number("H_nats"), table.Entropy, tolerance);
        Assert.Equal(reference.Number("H_nats"), table.Nats("entropy"), tolerance);
        Assert.Equal(reference.Number("conditional_H_nats"), table.Nats("conditional-entropy"), tolerance);
        Assert.Equal(reference.Number("I_nats"), table.Information, tolerance);
        Assert.Equal(reference.Number("generalised_jsd_nats"), table.Information, tolerance);
        Assert.Equal(reference.Number("H_nats") - reference.Number("per_row_mean_H_nats"), table.Nats("channel-ceiling"), tolerance);
        Assert.Equal(reference.Number("I_efficiency"), table.Information / table.Find("mutual-information")!.Scale!.Value.Number, tolerance);
        if (reference.Numbers.GetProperty("disentanglement_one_vs_rest_all_labels_nats").ValueKind == System.Text.Json.JsonValueKind.Number)
            Assert.Equal(reference.Number("disentanglement_one_vs_rest_all_labels_nats"), table.Nats("disentanglement"), tolerance);
        else
            Assert.Null(table.Find("disentanglement"));
    }
}
