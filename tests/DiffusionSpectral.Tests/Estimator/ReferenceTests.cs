using Infoscope.Plugins.DiffusionSpectral.Tests.Clustering;
using Infoscope.Plugins.DiffusionSpectral.Tests.References;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Estimator;

public sealed class ReferenceTests
{
    [Fact]
    public void AReferenceOfOneColumnIsCutIntoBins()
    {
        var (run, ids) = Published("continuous_scalar_reference", "scalar_ref.npy");
        var table = run.With(new TestLabels("y", ids)).Estimate();
        Assert.Equal(table.Information.Value, table.OfReference.Value);
        Assert.Equal(table.Information.StandardError, table.OfReference.StandardError);
        Assert.Equal("the reference is cut into 10 bins of equal width", table.OfReference.Notes[0]);
        Assert.Equal((300, 0), (table.OfReference.RowsUsed, table.OfReference.RowsDropped));
    }

    [Fact]
    public void AReferenceOfSeveralColumnsIsCutIntoClusters()
    {
        var (run, ids) = Published("continuous_vector_reference", "vector_ref.npy");
        var table = run.With("reference-classes", "4").With(new TestLabels("y", ids)).Estimate();
        Assert.Equal(table.Information.Value, table.OfReference.Value);
        Assert.Equal("the reference is cut into 4 spectral clusters", table.OfReference.Notes[0]);
    }

    [Fact]
    public void AConstantReferenceHasNoInformationAndANote()
    {
        foreach (var columns in new[] { 1, 3 })
        {
            var table = (EstimatorRun.OfNormals(20, 3) with { Reference = [.. Enumerable.Repeat(new double[columns], 20)] }).Estimate();
            Assert.Equal(0, table.OfReference.Value.Number, 1e-15);
            Assert.Equal("the reference is one class, so the information about it is 0 by definition", table.OfReference.Notes[0]);
        }
    }

    [Fact]
    public void RowsWhoseReferenceIsNotFiniteAreLeftOutOfItAlone()
    {
        var run = EstimatorRun.OfNormals(40, 3).With("bandwidth", "1");
        double[][] reference = [.. Enumerable.Range(0, 40).Select(row => new double[] { row < 30 ? row % 3 : row % 2 == 0 ? double.NaN : double.PositiveInfinity })];
        var table = (run with { Reference = reference }).With(TestLabels.InTurn(40, 2)).Estimate();
        Assert.Equal((30, 10), (table.OfReference.RowsUsed, table.OfReference.RowsDropped));
        Assert.Equal("the reference is cut into 3 bins of equal width", table.OfReference.Notes[0]);
        var labelled = (run with { Rows = run.Rows[..30] }).With(TestLabels.InTurn(30, 3)).Estimate();
        Assert.Equal(labelled.Information.Value, table.OfReference.Value);
        Assert.Equal(run.With(TestLabels.InTurn(40, 2)).Estimate().NatsOf("", "y"), table.Estimates.Where(estimate => estimate.Against == "").Select(estimate => estimate.Value.Number));
    }

    [Fact]
    public void RowsThatAreNotFiniteTakeTheirReferenceWithThem()
    {
        var run = EstimatorRun.OfNormals(30, 3);
        double[][] reference = [.. Enumerable.Range(0, 30).Select(row => new double[] { row % 3 })];
        var spoilt = run with { Rows = [.. run.Rows[..7], [double.NaN, 0, 0], .. run.Rows[7..]], Reference = [.. reference[..7], [100], .. reference[7..]] };
        var (expected, actual) = ((run with { Reference = reference }).Estimate().OfReference, spoilt.Estimate().OfReference);
        Assert.Equal(expected.Value, actual.Value);
        Assert.Equal((30, 1), (actual.RowsUsed, actual.RowsDropped));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void AReferenceThatIsFiniteInFewerThanTwoRowsIsNoted(int finite)
    {
        var run = EstimatorRun.OfNormals(5, 2) with { Reference = [.. Enumerable.Range(0, 5).Select(row => new[] { row < finite ? 1 : double.NaN })] };
        var table = run.Estimate();
        Assert.Equal([$"the reference is finite in {finite} of the rows, so there is no information about it; it needs at least 2"], table.Notes);
        Assert.Equal("entropy", Assert.Single(table.Estimates).Quantity.Id);
    }

    [Fact]
    public void AReferenceOfTooFewRowsForClustersIsNotedAndTheRestIsEstimated()
    {
        var without = EstimatorRun.OfNormals(10, 2).With("reference-classes", "2").With(TestLabels.InTurn(10, 2));
        var table = (without with { Reference = EstimatorRun.OfNormals(10, 2, seed: 2).Rows }).Estimate();
        Assert.Equal(
            ["there is no information about the reference: reference has 10 rows; clusters by 10 neighbours need at least 11: give its classes as labels, or a reference of one column."], table.Notes);
        Assert.Equal(without.Estimate().AllNumbers(), table.AllNumbers());
    }

    private static (EstimatorRun Run, int[] Ids) Published(string name, string file)
    {
        var published = PublishedCase.Open(name);
        var reference = EstimatorRun.Of(PublishedCases.Reference("diffusion-spectral", file)).Rows;
        return (EstimatorRun.Of(published.Points()).With("bandwidth", "2") with { Reference = reference }, PublishedCases.OfCase(name, "cluster_ids"));
    }
}
