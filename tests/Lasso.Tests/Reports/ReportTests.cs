using Infoscope.Plugins.Lasso.Tests.Estimator;
using Infoscope.Plugins.Lasso.Tests.Tokens;

namespace Infoscope.Plugins.Lasso.Tests.Reports;

public sealed class ReportTests
{
    // Gains of unit tokens at sigma 0.01 are rounded at 1e-16 times the tokens times 1e4.
    private const double Tolerance = 1e-9;

    private static readonly LassoRun Run = LassoRun.Drawn(4, 16, 32).With("lambda-ratio", "0.2");

    public static TheoryData<string, string> Variants => new()
    {
        { "lambda-ratio", "0.05" }, { "lambda-ratio", "2" }, { "lambda", "1e-4" }, { "lambda", "1e-9" }, { "top-k", "3" }, { "unit-rows", "false" }, { "intercept", "true" }, { "sigma", "3" },
    };

    [Theory]
    [MemberData(nameof(Variants))]
    public void EveryValueIsANumberBetweenItsFloorAndItsCeiling(string option, string value)
    {
        var run = LassoRun.Drawn(3, 16, 12).With(option, value).With("path-points", "3").With("token-items", "all") with { Items = true };
        float[] query = [.. Enumerable.Range(0, 16).Select(place => (float)(place % 5))];
        foreach (var estimate in run.With([run.Sequences[0].AttendedBy(query), run.Sequences[1]]).Estimate().Estimates)
        {
            Assert.True(double.IsFinite(estimate.Value.Number), LassoTable.Line(estimate));
            if (estimate.Ceiling is { } ceiling) TokenLaws.AtMost(ceiling.Number, estimate.Value.Number, Tolerance);
            if (estimate.Floor is { } floor) TokenLaws.AtMost(estimate.Value.Number, floor.Number, Tolerance);
            Assert.Equal(estimate.Quantity.Kind, estimate.Value.Kind);
        }
    }

    [Fact]
    public void EveryInformationGainButTheMarginalOneHasACeiling()
    {
        var table = Run.Estimate();
        string[] bounded = ["information-gain", "information-gain-last", "information-gain-per-token", "leave-one-out-gain", "context-information"];
        Assert.All(bounded, quantity => Assert.NotNull(table.Find(quantity)!.Ceiling));
        Assert.Equal(table["marginal-gain"], table.Find("information-gain")!.Ceiling!.Value.Number);
        Assert.Equal(table["information-gain"], table.Find("leave-one-out-gain")!.Ceiling!.Value.Number);
        Assert.All(table.Wholes.Where(estimate => estimate.Quantity.Kind == QuantityKind.Information), estimate => Assert.Equal(0, estimate.Floor!.Value.Number));
    }

    [Fact]
    public void ThereIsOneRowForEachSelectedTokenTheHeaviestFirst()
    {
        var table = (LassoRun.Drawn(1, 16, 32).With("lambda-ratio", "0.2") with { Items = true }).Estimate();
        double[] weights = [.. table.Of("lasso-weight").Select(estimate => Math.Abs(estimate.Value.Number))];
        Assert.Equal(table["selected-tokens"], weights.Length);
        Assert.Equal(weights.OrderDescending(), weights);
        Assert.DoesNotContain(0, weights);
        Assert.All(table.SelectedItems, item => Assert.Matches("^token ([0-9]|1[0-4])$", item));
    }

    [Fact]
    public void TokensOfSeveralSequencesAreNamedWithTheirSequence()
    {
        var table = (Run with { Items = true }).Estimate();
        Assert.Equal(4 * table["selected-tokens"], table.SelectedItems.Count());
        Assert.All(table.SelectedItems, item => Assert.Matches("^sequence [0-3] token ([0-9]|1[0-4])$", item));
        Assert.Equal(table.SelectedItems.Count(), table.SelectedItems.Distinct().Count());
    }

    [Fact]
    public void WhatIsDrawnHasDrawsAndTheirSpreadAndNothingElseHas()
    {
        foreach (var estimate in Run.Estimate().Estimates)
        {
            var isDrawn = estimate.Against is "random tokens" or "unselected tokens";
            Assert.Equal(isDrawn ? 200 : null, estimate.Draws);
            Assert.Equal(isDrawn, estimate.DrawStandardDeviation is not null);
            if (isDrawn) Assert.InRange(estimate.DrawStandardDeviation!.Value, double.Epsilon, 2);
        }
    }

    [Fact]
    public void OneRandomSetHasNoSpread()
    {
        var table = Run.With("random-sets", "1").Estimate();
        Assert.All(table.Estimates, estimate => Assert.True(estimate.Draws is null && estimate.DrawStandardDeviation is null));
        Assert.NotNull(table.Find("information-retained", "random tokens"));
    }

    [Fact]
    public void TheSetsOfOneSequenceAreNotThoseOfAnother()
    {
        var twice = Run.With(Run.Sequences[0], Run.Sequences[0]).With("random-sets", "1");
        double Retained(int sequence)
        {
            using var estimation = twice.Observed(sequence);
            return new LassoTable(estimation.Complete())["information-retained", "random tokens"];
        }

        Assert.NotEqual(Retained(0), Retained(1));
    }

    [Fact]
    public void ValuesAndCeilingsAreMeansOverSequencesAndTheGapTheLargest()
    {
        LassoTable[] each = [.. Enumerable.Range(0, 4).Select(Alone)];
        foreach (var estimate in Run.Estimate().Estimates)
        {
            Estimate[] own = [.. each.Select(table => table.Find(estimate.Quantity.Id, estimate.Against)).OfType<Estimate>()];
            double[] values = [.. own.Select(one => one.Value.Number)];
            Assert.Equal(estimate.Quantity.Id == "duality-gap" ? values.Max() : values.Average(), estimate.Value.Number);
            Assert.Equal(own.Average(one => one.Ceiling?.Number), estimate.Ceiling?.Number);
            Assert.Equal(16 * own.Length, estimate.RowsUsed);
            if (estimate.Draws is null) continue;
            // The mean of independent numbers.
            Assert.Equal(Math.Sqrt(own.Sum(one => Math.Pow(one.DrawStandardDeviation!.Value, 2))) / own.Length, estimate.DrawStandardDeviation!.Value, 1e-15);
        }
    }

    private static LassoTable Alone(int sequence)
    {
        using var estimation = Run.Observed(sequence);
        return new LassoTable(estimation.Complete());
    }
}
