namespace Infoscope.Plugins.DiffusionSpectral.Tests.Clustering;

public sealed class PublishedClassesTests
{
    [Fact]
    public void BinsOfOneColumnAreThePublishedOnes() =>
        Assert.Equal(PublishedCases.OfCase("continuous_scalar_reference", "cluster_ids"), Classes.Of(PublishedCases.Reference("diffusion-spectral", "scalar_ref.npy")));

    [Theory]
    [InlineData(Precision.Double)]
    [InlineData(Precision.Single)]
    public void ClustersOfSeveralColumnsAreThePublishedOnesAndTheTrueComponents(Precision precision)
    {
        var classes = Classes.Of(PublishedCases.Reference("diffusion-spectral", "vector_ref.npy"), clusters: 4, precision: precision);
        Assert.Equal(Partition.Renamed(PublishedCases.OfCase("continuous_vector_reference", "cluster_ids")), classes);
        Assert.Equal(1, Partition.AdjustedRandIndex(PublishedCases.OfCase("continuous_vector_reference", "true_component"), classes));
    }

    [Fact]
    public void ClustersOfTheDigitsAreThePublishedOnes()
    {
        var published = PublishedCases.Integers("digits-mlp", "input_spectral_clusters.npy");
        var classes = Classes.Of(PublishedCases.Reference("digits-mlp", "test_inputs.npy"));
        Assert.Equal(1, Partition.AdjustedRandIndex(published, classes));
    }
}
