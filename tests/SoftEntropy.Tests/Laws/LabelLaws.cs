using FsCheck;
using FsCheck.Xunit;
using Infoscope.Plugins.SoftEntropy.Tests.Problems;

namespace Infoscope.Plugins.SoftEntropy.Tests.Laws;

public sealed class LabelLaws
{
    [Property]
    public Property AFunctionOfTheLabelsNeverKnowsMore() => LawChecks.ForAllProblems(problem =>
    {
        var coarse = problem.Labels.Select(label => label < 0 ? -1 : label / 2).ToArray();
        var table = problem.Run.With(new TestLabels("y", problem.Labels), new TestLabels("coarse", coarse)).Estimate();
        LawChecks.AtMost(table.Information, table.Nats("mutual-information", "coarse"));
    });

    [Property]
    public Property ARefinementNeverKnowsLess() => LawChecks.ForAllProblems(problem =>
    {
        var fine = problem.Labels.Select((label, row) => label < 0 ? -1 : 3 * label + row % 3).ToArray();
        var table = problem.Run.With(new TestLabels("y", problem.Labels), new TestLabels("fine", fine)).Estimate();
        LawChecks.AtMost(table.Nats("mutual-information", "fine"), table.Information);
    });

    [Property]
    public Property InformationObeysTheChainRule() => LawChecks.ForAllProblems(problem =>
    {
        var second = problem.Rows.Select((_, row) => row % 3).ToArray();
        var both = problem.Labels.Select((label, row) => label < 0 ? -1 : 3 * label + second[row]).ToArray();
        var table = problem.Run.With(new TestLabels("y", problem.Labels), new TestLabels("both", both)).Estimate();
        var labelled = problem.UsableRows.Where(row => problem.Labels[row] >= 0).ToArray();
        var within = labelled.GroupBy(row => problem.Labels[row]).Sum(group =>
        {
            var rows = group.ToArray();
            var run = problem.Take(rows).Run.With(new TestLabels("second", [.. rows.Select(row => second[row])]));
            return (double)rows.Length / labelled.Length * run.Estimate().Nats("mutual-information", "second");
        });
        Assert.Equal(table.Nats("mutual-information", "both"), table.Information + within, 1e-12);
    });

    [Property]
    public Property SharesOfNestedLabelSetsAndTheResidualAddUpAndNoneIsNegative() => LawChecks.ForAllProblems(problem =>
    {
        var labels = problem.Labels;
        var table = problem.Run.With(
            new TestLabels("token", labels),
            new TestLabels("bigram", [.. labels.Select((label, row) => label < 0 ? -1 : 2 * label + row % 2)]),
            new TestLabels("trigram", [.. labels.Select((label, row) => label < 0 ? -1 : 6 * label + row % 6)])).Estimate();
        // A trigram decides its bigram, since row % 6 decides row % 2, so the chain is nested.
        double[] chain = [0, table.Nats("mutual-information", "token"), table.Nats("mutual-information", "bigram"), table.Nats("mutual-information", "trigram"), table.Nats("entropy", "token")];
        var shares = chain.Skip(1).Zip(chain, (finer, coarser) => finer - coarser).ToArray();
        foreach (var share in shares) LawChecks.AtMost(share, 0);
        Assert.Equal(table.Nats("entropy", "trigram"), shares.Sum(), 1e-12);
    });

    [Property]
    public Property TheNamesOfLabelsDoNotMatter() => LawChecks.ForAllProblems(problem =>
    {
        var names = LawChecks.Permutation(problem.Seed, problem.Labels.Max() + 1);
        var renamed = problem with { Labels = [.. problem.Labels.Select(label => label < 0 ? -1 : names[label])] };
        LawChecks.Same(problem.Run.Estimate(), renamed.Run.Estimate(), 1e-12);
    });

    [Property]
    public Property LabelsThatNeverOccurDoNotMatter() => LawChecks.ForAllProblems(problem =>
    {
        var run = problem.Run;
        Assert.Equal(run.Estimate().AllNats(), run.With(new TestLabels("y", problem.Labels) { Count = 5000 }).Estimate().AllNats());
    });

    [Property]
    public Property RowsWithoutALabelDoNotTouchTheNumbersOfTheirLabelSet() => LawChecks.ForAllProblems(problem =>
    {
        var labelled = problem.Take([.. Enumerable.Range(0, problem.Rows.Length).Where(row => problem.Labels[row] >= 0)]);
        Assert.Equal(labelled.Run.Estimate().AllNats().Skip(1), problem.Run.Estimate().AllNats().Skip(1));
    });

    [Property]
    public Property OtherLabelSetsDoNotMatter() => LawChecks.ForAllProblems(problem =>
    {
        var other = new TestLabels("other", [.. problem.Labels.Select((_, row) => row % 4 - 1)]);
        var alone = problem.Run.Estimate();
        var beside = problem.Run.With(new TestLabels("y", problem.Labels), other).Estimate();
        Assert.Equal(alone.AllNats(), beside.AllNats().Take(alone.Estimates.Count));
    });
}
