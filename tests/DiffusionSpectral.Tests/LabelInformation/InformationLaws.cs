using FsCheck.Xunit;
using Infoscope.Plugins.DiffusionSpectral.LabelInformation;
using Infoscope.Plugins.DiffusionSpectral.Tests.Problems;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.LabelInformation;

/// <summary>What holds for the size-matched information, whatever the points and the labels.</summary>
public sealed class InformationLaws
{
    private const int Repetitions = 3;

    // Entropies of the order of 1 from 60 eigenvalues at most, each wrong by up to 60 roundings: 2 * 60 * e * (1 + ln(1 / e)) with e = 60 / 2^52.
    private const double Rounding = 1e-10;

    [Property(Arbitrary = [typeof(LabelledSets)])]
    public void OneClassHasNone(LabelledSet set) => Assert.Equal(0, Of(set.Relabel(_ => 4)).Nats, Rounding);

    [Property(Arbitrary = [typeof(LabelledSets)])]
    public void ClassesOfOneRowEachHaveNone(LabelledSet set)
    {
        var distinct = set with { Labels = [.. Enumerable.Range(0, set.Labels.Length)] };
        Assert.Equal(0, Of(distinct).Nats);
    }

    [Property(Arbitrary = [typeof(LabelledSets)])]
    public void ItIsWithinItsFloorAndItsCeiling(LabelledSet set)
    {
        var information = Of(set);
        int[] sizes = [.. set.Labels.Where(label => label >= 0).GroupBy(label => label).Select(group => group.Count())];
        var width = sizes.Sum(size => (double)size / sizes.Sum() * Math.Log(size));
        Assert.Equal(width, information.CeilingNats, Rounding);
        Assert.Equal(-width, information.FloorNats, Rounding);
        Assert.InRange(information.Nats, -width - Rounding, width + Rounding);
        Assert.True(information.Nats <= Math.Log(sizes.Max()) + Rounding);
    }

    [Property(Arbitrary = [typeof(LabelledSets)])]
    public void NamesOfLabelsDecideNothing(LabelledSet set)
    {
        var names = new KeyedPermutation(set.Set.Seed, "names", set.Labels.Length + 5);
        foreach (var choice in Enum.GetValues<SubsetChoice>()) Assert.Equal(Of(set, choice).Nats, Of(set.Relabel(label => (int)names[label]), choice).Nats);
    }

    [Property(Arbitrary = [typeof(LabelledSets)])]
    public void RowsInAnotherOrderHaveTheSameWithTheSameSubsets(LabelledSet set)
    {
        var labelled = set.Labelled();
        var order = new KeyedPermutation(set.Set.Seed, "order", labelled.Labels.Length);
        int[] rows = [.. Enumerable.Range(0, labelled.Labels.Length).Select(place => (int)order[place])];
        var subsets = Informations.Subsets(set.Set.Seed);
        var places = new int[rows.Length];
        for (var place = 0; place < rows.Length; place++) places[rows[place]] = place;
        Assert.Equal(Of(labelled, subsets).Nats, Of(labelled.Take(rows), new CarriedSubsets(subsets, places)).Nats, Rounding);
    }

    [Property(Arbitrary = [typeof(LabelledSets)])]
    public void RowsWithoutALabelDecideNothing(LabelledSet set)
    {
        foreach (var choice in Enum.GetValues<SubsetChoice>())
        {
            var (all, labelled) = (Of(set, choice), Of(set.Labelled(), choice));
            Assert.Equal(labelled.Nats, all.Nats);
            Assert.Equal(labelled.StandardErrorNats, all.StandardErrorNats);
            Assert.Equal(labelled.Conditional.Nats, all.Conditional.Nats);
        }
    }

    [Property(Arbitrary = [typeof(LabelledSets)])]
    public void ItIsTheWeightedDifferenceOfSubsetsAndClasses(LabelledSet set)
    {
        var labelled = set.Labelled();
        var subsets = Informations.Subsets(set.Set.Seed);
        using var compute = TestCompute.Open();
        var entropy = Informations.Exact(compute, set.Set.Bandwidth, set.Set.Time);
        var (expected, conditional) = (0.0, 0.0);
        foreach (var rows in Enumerable.Range(0, labelled.Labels.Length).GroupBy(row => labelled.Labels[row]))
        {
            var (size, share) = (rows.Count(), rows.Count() / (double)labelled.Labels.Length);
            var own = entropy.Of(labelled.Take(rows).Set.Points).Nats;
            conditional += share * own;
            for (var repetition = 0; repetition < Repetitions; repetition++)
                expected += share / Repetitions * (entropy.Of(labelled.Take(subsets.Draw(size, 0, repetition, labelled.Labels.Length)).Set.Points).Nats - own);
        }

        var information = Of(set);
        Assert.Equal(expected, information.Nats, Rounding);
        Assert.Equal(conditional, information.Conditional.Nats, Rounding);
    }

    [Property(Arbitrary = [typeof(LabelledSets)])]
    public void WithoutMatchingItIsTheEntropyLessTheConditionalOne(LabelledSet set)
    {
        using var compute = TestCompute.Open();
        var entropy = Informations.Exact(compute, set.Set.Bandwidth, set.Set.Time);
        var whole = entropy.Of(set.Labelled().Set.Points);
        var options = new DiffusionSpectralOptions { SizeMatched = false };
        var estimator = new InformationEstimator(set.Set.Points, entropy.Of(set.Set.Points), entropy, Informations.Subsets(1), options);
        var information = estimator.Of(Classes.Of(set.Labels));
        Assert.Equal(whole.Nats - information.Conditional.Nats, information.Nats, Rounding);
        Assert.InRange(information.Nats, information.FloorNats - Rounding, information.CeilingNats + Rounding);
        Assert.Null(information.StandardErrorNats);
        Assert.Null(information.Repetitions);
    }

    private static ClassInformation Of(LabelledSet set, SubsetChoice choice = SubsetChoice.Shared) => Of(set, Informations.Subsets(set.Set.Seed), choice);

    private static ClassInformation Of(LabelledSet set, ISubsets subsets, SubsetChoice choice = SubsetChoice.Shared)
    {
        using var compute = TestCompute.Open();
        var information = Informations.Of(Informations.Exact(compute, set.Set.Bandwidth, set.Set.Time), set.Set.Points, set.Labels, subsets, Repetitions, choice);
        Assert.Equal(0, compute.LiveMatrices);
        return information;
    }
}
