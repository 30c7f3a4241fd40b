using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Infoscope.Plugins.SoftEntropy.Tests.Problems;

namespace Infoscope.Plugins.SoftEntropy.Tests.Laws;

/// <summary>The laws under subspaces, several draws and centring, any of them together.</summary>
public sealed class VariantLaws
{
    [Property]
    public Property EveryNumberIsTheMeanOverSubspacesAndThenOverDrawsOfItsDefinition() => ForAllVariants(variant =>
    {
        var table = variant.Run.Estimate();
        var draws = Enumerable.Range(0, variant.Draws).Select(draw => Definitions(variant, draw)).ToArray();
        var tolerance = LawChecks.Rounding(variant.Run);
        void Check(string quantity, Func<Definition, double> number, string labelSet = "y")
        {
            double[] values = [.. draws.Select(subspaces => subspaces.Average(number))];
            var estimate = table.Find(quantity, labelSet)!;
            Assert.Equal(values.Average(), estimate.Value.Number, tolerance);
            Assert.Equal(variant.Draws == 1 ? null : variant.Draws, estimate.Draws);
            if (variant.Draws == 1) Assert.Null(estimate.DrawStandardDeviation);
            else Assert.Equal(Math.Sqrt(values.Sum(value => Math.Pow(value - values.Average(), 2)) / (variant.Draws - 1)), estimate.DrawStandardDeviation!.Value, 2 * tolerance);
        }

        Check("entropy", one => one.Entropy, "");
        Check("entropy", one => one.LabelledEntropy);
        Check("conditional-entropy", one => one.ConditionalEntropy);
        Check("conditional-entropy-unweighted", one => one.UnweightedConditionalEntropy);
        Check("mutual-information", one => one.LabelledEntropy - one.ConditionalEntropy);
        Check("mutual-information-unweighted", one => one.LabelledEntropy - one.UnweightedConditionalEntropy);
        Check("channel-ceiling", one => one.ChannelCeiling);
        Check("null-bias", one => one.NullBias);
        Check("mutual-information-corrected", one => one.LabelledEntropy - one.ConditionalEntropy - one.NullBias);
        if (table.Find("disentanglement") is null) return;
        Check("disentanglement", one => one.OneAgainstRest());
        Check("disentanglement-uniform", one => one.Jensen(uniform: true));
    });

    [Property]
    public Property NoEstimateLeavesTheRangeItStates() => ForAllVariants(variant => LawChecks.WithinStatedRanges((variant.Run with { Items = true }).Estimate()));

    [Property]
    public Property ShannonsInequalitiesHold() => ForAllVariants(variant =>
    {
        var table = variant.Run.Estimate();
        var used = variant.UsableRows.Select(row => variant.Problem.Labels[row]).Where(label => label >= 0).ToArray();
        Assert.True(table.Information >= 0);
        LawChecks.AtMost(used.CountBy(label => label).Select(count => (double)count.Value / used.Length).Sum(share => -share * Math.Log(share)), table.Information);
        LawChecks.AtMost(table.Nats("entropy"), table.Information);
        LawChecks.AtMost(table.Nats("channel-ceiling"), table.Information);
        Assert.Equal(table.Nats("entropy"), table.Information + table.Nats("conditional-entropy"), 1e-12);
    });

    [Property]
    public Property AFunctionOfTheLabelsNeverKnowsMore() => ForAllVariants(variant =>
    {
        var coarse = variant.Problem.Labels.Select(label => label < 0 ? -1 : label / 2).ToArray();
        var table = variant.Run.With(new TestLabels("y", variant.Problem.Labels), new TestLabels("coarse", coarse)).Estimate();
        LawChecks.AtMost(table.Information, table.Nats("mutual-information", "coarse"));
    });

    [Property]
    public Property OneLabelHasNoInformationAtAll() => ForAllVariants(variant =>
        Assert.Equal(0.0, variant.Run.With(new TestLabels("y", [.. variant.Problem.Labels.Select(label => Math.Min(label, 0))])).Estimate().Information));

    [Property]
    public Property RowsThatAreLeftOutAreCounted() => ForAllVariants(variant =>
    {
        var estimate = variant.Run.Estimate().Find("entropy", "")!;
        Assert.Equal((variant.UsableRows.Length, variant.Problem.Rows.Length - variant.UsableRows.Length), (estimate.RowsUsed, estimate.RowsDropped));
    });

    [Property]
    public Property BlocksOfAnySizeGiveTheSameBits() => ForAllVariants(variant =>
        Assert.Equal((variant.Run with { BlockSize = 4096 }).Estimate().AllNats(), (variant.Run with { BlockSize = 7 }).Estimate().AllNats()));

    [Property]
    public Property CentringIsFeedingCentredRowsToTheLastBit() => ForAllVariants(variant =>
        Assert.Equal((variant with { Centre = false }).Run.With(variant.CentredRows).Estimate().AllNats(), variant.Run.Estimate().AllNats()));

    [Property]
    public Property AShiftOfCentredRowsDoesNotMatter() => ForAllVariants(variant =>
    {
        // A row or a subspace that is nothing but the rounding of its mean has no direction to keep.
        var centred = (variant with { Centre = true }).CentredRows;
        var smallest = centred.Min(row => row.Chunk(variant.Width).Min(block => block.Max(Math.Abs)));
        if (smallest < 1e-3) return;
        var run = (variant with { Centre = true }).Run;
        var random = new RandomStream(variant.Problem.Seed, "shift");
        double[] shift = [.. Enumerable.Range(0, variant.Problem.Features).Select(_ => 10 * random.NextNormal())];
        var shifted = run.With([.. run.Rows.Select(row => row.Zip(shift, (value, by) => value + by).ToArray())]);
        // Numbers of the size of the shift are rounded at 1e-16 of it, and so are sums of up to 200 of them.
        var relative = 200 * 50 * Math.Pow(2, -53) / smallest;
        LawChecks.Same(run.Estimate(), shifted.Estimate(), LawChecks.Rounding(run) + 100 * relative * Math.Sqrt(variant.Width) / run.UsedTemperature());
    });

    internal static Property ForAllVariants(Action<Variant> check) => Prop.ForAll(Variant.All, check);

    // One for each subspace of a draw.
    private static Definition[] Definitions(Variant variant, int draw)
    {
        var rows = variant.CentredRows;
        double[][] usable = [.. variant.UsableRows.Select(row => rows[row])];
        int[] labels = [.. variant.UsableRows.Select(row => variant.Problem.Labels[row])];
        return [.. Enumerable.Range(0, variant.Subspaces).Select(subspace => new Definition(
            [.. usable.Select(row => row[(subspace * variant.Width)..((subspace + 1) * variant.Width)])],
            labels,
            variant.Run.UsedAnchors(draw, subspace),
            variant.Run.UsedTemperature()))];
    }
}
