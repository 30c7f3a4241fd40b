using Infoscope.Plugins.DiffusionSpectral.LabelInformation;
using Infoscope.Plugins.DiffusionSpectral.Tests.Problems;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.LabelInformation;

public sealed class SubsetSharingTests
{
    private const int Repetitions = 4;

    // Three classes of 10, two of 5, and 4 rows without a label.
    private static readonly int[] Labels = [.. Enumerable.Range(0, 44).Select(row => row < 30 ? row % 3 : row < 40 ? 3 + (row % 2) : -1)];

    [Fact]
    public void SharedSubsetsCostOneEntropyPerSizeAndRepetition()
    {
        using var compute = TestCompute.Open();
        var entropy = new CountingEntropy(Informations.Exact(compute, 1));
        var estimator = Informations.Estimator(entropy, PointSets.Normals(44, 2, seed: 1), Informations.Subsets(1), Repetitions);
        estimator.Of(Classes.Of(Labels));
        // Of the labelled rows, of the five classes, and of the subsets of the two sizes.
        Assert.Equal(1 + 5 + (2 * Repetitions), entropy.Calls);
    }

    [Fact]
    public void IndependentSubsetsCostOneEntropyPerClassAndRepetition()
    {
        using var compute = TestCompute.Open();
        var entropy = new CountingEntropy(Informations.Exact(compute, 1));
        var estimator = Informations.Estimator(entropy, PointSets.Normals(44, 2, seed: 1), Informations.Subsets(1), Repetitions, SubsetChoice.Independent);
        estimator.Of(Classes.Of(Labels));
        Assert.Equal(1 + 5 + (5 * Repetitions), entropy.Calls);
    }

    [Theory]
    [InlineData(SubsetChoice.Shared)]
    [InlineData(SubsetChoice.Independent)]
    public void ANullLabelSetCostsItsClassesAlone(SubsetChoice choice)
    {
        using var compute = TestCompute.Open();
        var entropy = new CountingEntropy(Informations.Exact(compute, 1));
        var estimator = Informations.Estimator(entropy, PointSets.Normals(44, 2, seed: 1), Informations.Subsets(1), Repetitions, choice);
        estimator.Of(Classes.Of(Labels));
        var before = entropy.Calls;
        for (ulong index = 0; index < 3; index++) estimator.Of(Classes.Of(Permuted(index)));
        Assert.Equal(before + (3 * 5), entropy.Calls);
    }

    [Fact]
    public void ClassesOfOneSizeAreComparedWithTheSameSubsetsWhenTheyAreShared()
    {
        var recorded = new RecordedSubsets();
        using var compute = TestCompute.Open();
        Informations.Of(Informations.Exact(compute, 1), PointSets.Normals(44, 2, seed: 1), Labels, recorded, Repetitions);
        Assert.Equal(
            from size in new[] { 5, 10 } from repetition in Enumerable.Range(0, Repetitions) select (size, 0, repetition, 40),
            recorded.Draws.Order());
    }

    [Fact]
    public void ClassesOfOneSizeAreComparedWithOtherSubsetsWhenTheyAreIndependent()
    {
        var recorded = new RecordedSubsets();
        using var compute = TestCompute.Open();
        Informations.Of(Informations.Exact(compute, 1), PointSets.Normals(44, 2, seed: 1), Labels, recorded, Repetitions, SubsetChoice.Independent);
        Assert.Equal(
            from one in new[] { (5, 0), (5, 1), (10, 0), (10, 1), (10, 2) } from repetition in Enumerable.Range(0, Repetitions) select (one.Item1, one.Item2, repetition, 40),
            recorded.Draws.Order());
    }

    private static int[] Permuted(ulong index)
    {
        var order = new KeyedPermutation(index, "null", 40);
        return [.. Enumerable.Range(0, Labels.Length).Select(row => row < 40 ? Labels[order[row]] : -1)];
    }

    private sealed class RecordedSubsets : ISubsets
    {
        private readonly RandomSubsets subsets = Informations.Subsets(1);

        public List<(int Size, int Ordinal, int Repetition, int Count)> Draws { get; } = [];

        public int[] Draw(int size, int ordinal, int repetition, int count)
        {
            Draws.Add((size, ordinal, repetition, count));
            return subsets.Draw(size, ordinal, repetition, count);
        }
    }
}
