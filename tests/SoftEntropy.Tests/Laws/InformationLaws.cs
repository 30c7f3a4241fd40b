using FsCheck;
using FsCheck.Xunit;
using Infoscope.Plugins.SoftEntropy.Tests.Problems;

namespace Infoscope.Plugins.SoftEntropy.Tests.Laws;

public sealed class InformationLaws
{
    [Property]
    public Property InformationIsNeverNegative() => LawChecks.ForAllProblems(problem => Assert.True(problem.Run.Estimate().Information >= 0));

    [Property]
    public Property InformationIsAtMostTheEntropyOfTheRepresentation() => LawChecks.ForAllProblems(problem =>
    {
        var table = problem.Run.Estimate();
        LawChecks.AtMost(table.Nats("entropy"), table.Information);
    });

    [Property]
    public Property InformationIsAtMostTheEntropyOfTheLabels() => LawChecks.ForAllProblems(problem =>
    {
        var used = problem.UsableRows.Select(row => problem.Labels[row]).Where(label => label >= 0).ToArray();
        var labelEntropy = used.CountBy(label => label).Select(count => (double)count.Value / used.Length).Sum(share => -share * Math.Log(share));
        LawChecks.AtMost(labelEntropy, problem.Run.Estimate().Information);
    });

    [Property]
    public Property EntropyIsInformationAndConditionalEntropy() => LawChecks.ForAllProblems(problem =>
    {
        var table = problem.Run.Estimate();
        Assert.Equal(table.Nats("entropy"), table.Information + table.Nats("conditional-entropy"), 1e-12);
    });

    [Property]
    public Property TheConditionalEntropyIsTheWeightedMeanOverLabels() => LawChecks.ForAllProblems(problem =>
    {
        var table = (problem.Run with { Items = true }).Estimate();
        var labels = table.Estimates.Where(estimate => estimate.Item.Length > 0).ToArray();
        Assert.Equal(table.Find("entropy")!.RowsUsed, labels.Sum(label => label.RowsUsed));
        Assert.Equal(table.Nats("conditional-entropy"), labels.Sum(label => label.RowsUsed * label.Value.Number) / labels.Sum(label => label.RowsUsed), 1e-12);
    });

    [Property]
    public Property TheLabelsMixToTheMarginal() => LawChecks.ForAllProblems(problem =>
    {
        var run = problem.Run.With(new TestLabels("y", [.. problem.Labels.Select(label => label + 1)]));
        var context = run.Context();
        using var estimation = (SoftEntropyEstimation)new SoftEntropyEstimator().Begin(context);
        run.Observe(estimation, 0, run.Rows.Length);
        var labels = estimation.LabelSets[0].Labels;
        for (var anchor = 0; anchor < problem.Anchors; anchor++)
        {
            var mixed = labels.SlotsInOrder().Sum(slot => labels.RowsOf(slot) * (labels.Of(slot)[anchor] / labels.RowsOf(slot))) / labels.Rows;
            Assert.Equal(estimation.AllRows.Assignments[anchor] / estimation.AllRows.Rows, mixed, 1e-14);
        }

        context.CloseCompute();
    });

    [Property]
    public Property NoLabelSetHasMoreThanAllDistinctLabelsWhichReachTheChannelCeiling() => LawChecks.ForAllProblems(problem =>
    {
        // The same rows as the label set's, so that both have the same marginal.
        var labelled = problem.Take([.. Enumerable.Range(0, problem.Rows.Length).Where(row => problem.Labels[row] >= 0)]);
        var table = labelled.Run.With(
            new TestLabels("y", labelled.Labels),
            new TestLabels("row", [.. Enumerable.Range(0, labelled.Rows.Length)])).Estimate();
        LawChecks.AtMost(table.Nats("mutual-information", "row"), table.Information);
        Assert.Equal(table.Nats("channel-ceiling", "row"), table.Nats("mutual-information", "row"), 1e-12);
        Assert.Equal(table.Nats("channel-ceiling", "row"), table.Nats("channel-ceiling"), 1e-12);
    });

    [Property]
    public Property OneLabelHasNoInformationAtAll() => LawChecks.ForAllProblems(problem =>
    {
        var table = (problem with { Labels = [.. problem.Labels.Select(label => Math.Min(label, 0))] }).Run.Estimate();
        Assert.Equal(0.0, table.Information);
        Assert.Null(table.Find("disentanglement"));
        Assert.Contains(table.Notes, note => note.Contains("no disentanglement"));
    });

    [Property]
    public Property NoEstimateLeavesTheRangeItStates() => LawChecks.ForAllProblems(problem =>
    {
        LawChecks.WithinStatedRanges((problem.Run with { Items = true }).Estimate());
    });
}
