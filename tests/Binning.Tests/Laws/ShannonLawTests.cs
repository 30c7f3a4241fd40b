using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Infoscope.Plugins.Binning.Tests.Problems;

namespace Infoscope.Plugins.Binning.Tests.Laws;

/// <summary>Identities of entropies, in every mode and grid, and those that do not depend on the correction in every correction.</summary>
public sealed class ShannonLawTests
{
    // Sums of at most 120 terms of size 5, of which each rounds.
    private const double Tolerance = 1e-12;

    private static readonly string[] Corrections = ["plug-in", "miller-madow", "jackknife", "grassberger", "chao-shen", "james-stein", "nsb"];

    [Property]
    public Property EntropiesAndInformationAreThoseOfTheDefinition() => Prop.ForAll(ProblemGenerator.Problems, problem =>
    {
        // Where there is one table a symbol is found again by brute force: two rows have one if together they have no entropy.
        if (problem.Mode == "per-dimension" || problem.Rows.Length > 12) return;
        var symbols = SymbolsByBruteForce(problem);
        int[] labelled = [.. Enumerable.Range(0, symbols.Length).Where(row => problem.Labels[row] >= 0)];
        var conditional = labelled.GroupBy(row => problem.Labels[row]).Sum(label => label.Count() * Entropy(label.Select(row => symbols[row])) / labelled.Length);
        var table = problem.Run.Estimate();
        Assert.Equal(Entropy(symbols), table.Entropy, Tolerance);
        Assert.Equal(Entropy(labelled.Select(row => symbols[row])), table.Nats("entropy"), Tolerance);
        Assert.Equal(conditional, table.Nats("conditional-entropy"), Tolerance);
        Assert.Equal(table.Nats("entropy") - conditional, table.Information, Tolerance);
    });

    [Property]
    public Property InformationLiesBetweenZeroAndItsCeilingAndAllBoundsHold() => Prop.ForAll(ProblemGenerator.Problems, problem =>
    {
        foreach (var estimate in (problem.Run with { Items = true }).Estimate().Estimates)
        {
            Assert.True(estimate.Value.Number <= estimate.Ceiling!.Value.Number + Tolerance, $"{estimate}");
            if (estimate.Floor is { } floor) Assert.True(estimate.Value.Number >= floor.Number - Tolerance, $"{estimate}");
        }
    });

    [Property]
    public Property RefinedLabelsNeverTellLessAndTheDifferenceIsTheChainRule() => Prop.ForAll(ProblemGenerator.Problems, Gen.Choose(0, 1000).ToArbitrary(), (problem, seed) =>
    {
        var random = new RandomStream((ulong)seed, "refinement");
        int[] second = [.. problem.Labels.Select(_ => (int)random.NextBelow(3))];
        int[] pairs = [.. problem.Labels.Select((label, row) => label < 0 ? -1 : (3 * label) + second[row])];
        var parts = problem.Labels.Where(label => label >= 0).Distinct().Select(label => new TestLabels($"y2 in {label}", [.. second.Select((one, row) => problem.Labels[row] == label ? one : -1)])).ToArray();
        foreach (var correction in Corrections)
        {
            if (problem.Mode == "exact" && correction is "james-stein" or "nsb") continue;
            var table = problem.Run.With([.. problem.Run.LabelSets, new TestLabels("pair", pairs), .. parts]).With("correction", correction).Estimate();
            var rest = parts.Sum(part => table.Find("mutual-information", part.Name)!.RowsUsed * table.Nats("mutual-information", part.Name)) / table.Find("entropy")!.RowsUsed;
            if (correction == "plug-in") Assert.True(table.Nats("mutual-information", "pair") >= table.Information - Tolerance);
            Assert.Equal(table.Nats("mutual-information", "pair"), table.Information + rest, Tolerance);
        }
    });

    [Property]
    public Property TheOrderOfTheRowsChangesNoBit() => Prop.ForAll(ProblemGenerator.Problems, Gen.Choose(0, 1000).ToArbitrary(), (problem, seed) =>
    {
        var permutation = new KeyedPermutation((ulong)seed, "order", problem.Rows.Length);
        int[] order = [.. Enumerable.Range(0, problem.Rows.Length).Select(row => (int)permutation[row])];
        Assert.Equal(problem.Run.Estimate().AllNats(), problem.Take(order).Estimate().AllNats());
    });

    [Property]
    public Property TheOrderOfTheFeaturesChangesNoBitOfJointSymbolsAndOfRows() => Prop.ForAll(ProblemGenerator.Problems, problem =>
    {
        if (problem.Mode is "joint" or "exact") Assert.Equal(problem.Run.Estimate().AllNats(), problem.Run.With([.. problem.Rows.Select(row => row.Reverse().ToArray())]).Estimate().AllNats());
    });

    [Property]
    public Property OneLabelTellsNothingAtAll() => Prop.ForAll(ProblemGenerator.Problems, problem =>
        Assert.Equal(0.0, problem.Run.With(new TestLabels("y", new int[problem.Rows.Length])).Estimate().Information));

    [Property]
    public Property ASingleRowHasNoEntropy() => Prop.ForAll(ProblemGenerator.Problems, problem =>
    {
        var row = Array.FindIndex(problem.Labels, label => label >= 0);
        var table = problem.Take([row]).Estimate();
        Assert.All(table.AllNats(), value => Assert.Equal(0.0, value));
        Assert.Empty(table.Find("entropy")!.Notes);
    });

    private static int[] SymbolsByBruteForce(Problem problem)
    {
        int[] first = [.. Enumerable.Range(0, problem.Rows.Length)];
        for (var row = 0; row < first.Length; row++)
        {
            for (var other = 0; other < row; other++)
            {
                if (problem.Take([other, row]).Estimate().Symbols() != "1") continue;
                first[row] = other;
                break;
            }
        }

        return first;
    }

    private static double Entropy(IEnumerable<int> symbols)
    {
        int[] all = [.. symbols];
        return -all.GroupBy(symbol => symbol).Select(group => (double)group.Count() / all.Length).Sum(share => share * Math.Log(share));
    }
}
