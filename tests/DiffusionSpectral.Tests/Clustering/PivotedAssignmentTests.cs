using FsCheck.Xunit;
using Infoscope.Plugins.DiffusionSpectral.Clustering;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Clustering;

public sealed class PivotedAssignmentTests
{
    [Fact]
    public void ARowBelongsToTheAxisItIsNearestToWhateverItsSign() =>
        Assert.Equal([0, 1, 0, 1, 0], Partition.Renamed(PivotedAssignment.Of([1, 0.1, 0.1, -0.9, -0.8, 0.2, 0.2, 0.3, 0.3, 0.2], 5, 2)));

    [Property]
    public void ARotationOfTheEmbeddingDoesNotMatter(int seed)
    {
        var random = new RandomStream((ulong)seed, "embedding");
        var clusters = 1 + (int)random.NextBelow(8);
        var rows = clusters * 5;
        double[] embedding = [.. Enumerable.Range(0, rows * clusters).Select(at => 0.1 * random.NextNormal() + (at / clusters % clusters == at % clusters ? 1 : 0))];
        var rotation = PolarFactor.Of([.. Enumerable.Range(0, clusters * clusters).Select(_ => random.NextNormal())], clusters);
        double[] turned = [.. Enumerable.Range(0, rows * clusters).Select(at => Enumerable.Range(0, clusters).Sum(k => embedding[at / clusters * clusters + k] * rotation[k * clusters + at % clusters]))];
        Assert.Equal(PivotedAssignment.Of(embedding, rows, clusters), PivotedAssignment.Of(turned, rows, clusters));
    }

    [Fact]
    public void AnEmbeddingOfLowerRankIsRefused() =>
        Assert.Equal(
            "the embedding of the reference has rank 1; 2 clusters need rank 2: ask for fewer clusters.",
            Assert.Throws<NumericalFailureException>(() => PivotedAssignment.Of([1, 0.1, 2, 0.2, 3, 0.3], 3, 2)).Message);
}
