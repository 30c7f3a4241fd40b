using FsCheck;
using FsCheck.Xunit;
using Infoscope.Plugins.SoftEntropy.Tests.Problems;

namespace Infoscope.Plugins.SoftEntropy.Tests.Laws;

public sealed class DivergenceLaws
{
    [Property]
    public Property InformationIsTheJensenShannonDivergenceWithTheWeightsOfTheLabels() => WithDefinition((table, definition, tolerance) =>
        Assert.Equal(definition.Jensen(uniform: false), table.Information, tolerance));

    [Property]
    public Property TheDivergencesAreTheirDefinitions() => WithDefinition((table, definition, tolerance) =>
    {
        if (table.Find("disentanglement") is null) return;
        Assert.Equal(definition.OneAgainstRest(), table.Nats("disentanglement"), tolerance);
        Assert.Equal(definition.Jensen(uniform: true), table.Nats("disentanglement-uniform"), tolerance);
    });

    [Property]
    public Property TheEntropiesAreTheirDefinitions() => WithDefinition((table, definition, tolerance) =>
    {
        Assert.Equal(definition.Entropy, table.Entropy, tolerance);
        Assert.Equal(definition.LabelledEntropy, table.Nats("entropy"), tolerance);
        Assert.Equal(definition.ConditionalEntropy, table.Nats("conditional-entropy"), tolerance);
        Assert.Equal(definition.ChannelCeiling, table.Nats("channel-ceiling"), tolerance);
    });

    [Property]
    public Property OneAgainstTheRestLiesBetweenZeroAndTheLogarithmOfTwo() => LawChecks.ForAllProblems(problem =>
    {
        if (problem.Run.Estimate().Find("disentanglement") is { } estimate) Within(estimate, Math.Log(2));
    });

    [Property]
    public Property UniformWeightsLieBetweenZeroAndTheLogarithmOfTheObservedLabels() => LawChecks.ForAllProblems(problem =>
    {
        var observed = problem.UsableRows.Select(row => problem.Labels[row]).Where(label => label >= 0).Distinct().Count();
        if (problem.Run.Estimate().Find("disentanglement-uniform") is { } estimate) Within(estimate, Math.Log(observed));
        else Assert.Equal(1, observed);
    });

    private static Property WithDefinition(Action<EstimateTable, Definition, double> check) => LawChecks.ForAllProblems(problem =>
    {
        var run = problem.Moderate().Run;
        check(run.Estimate(), new Definition(run.Rows, problem.Labels, run.UsedAnchors(), run.UsedTemperature()), LawChecks.Rounding(run));
    });

    private static void Within(Estimate estimate, double largest)
    {
        Assert.True(estimate.Value.Number >= 0);
        LawChecks.AtMost(largest, estimate.Value.Number);
    }
}
