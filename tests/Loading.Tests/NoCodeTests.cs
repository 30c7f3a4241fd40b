using Infoscope.Testing;

namespace Infoscope.Loading.Tests;

public sealed class NoCodeTests
{
    [Fact]
    public void FindingReadsEveryDeclarationAndRunsNoCode()
    {
        using var staged = new StagedPlugins("NoCodeOnList");
        var marker = staged.PathOf("NoCodeOnList", "marker.txt");
        Environment.SetEnvironmentVariable("INFOSCOPE_FIXTURE_MARKER", marker);
        using var catalog = staged.Discover();
        Assert.Empty(catalog.Refusals);

        var estimator = Assert.Single(catalog.Estimators);
        Assert.Equal("leaves-a-mark", estimator.Id);
        Assert.Equal("Leaves a file behind when it is loaded.", estimator.Summary);
        Assert.Equal("none: a fixture", estimator.Citation);
        Assert.Equal("Infoscope.Fixtures.NoCodeOnList.LeavesAMark", estimator.TypeName);
        Assert.Equal("Infoscope.Fixtures.NoCodeOnList.MarkOptions", estimator.OptionsTypeName);
        Assert.Equal(["entropy", "rows-observed"], estimator.Quantities);
        Assert.Equal(
            [(Law.SamplePermutation, Exactness.Exact, null, null), (Law.ChainRule, Exactness.InDistribution, "entropy", "ink=blue")],
            estimator.Claims.Select(claim => (claim.Law, claim.Exactness, claim.Quantity, claim.When)));
        var disclaimer = Assert.Single(estimator.Disclaimers);
        Assert.Equal((Law.Isometry, "Ink runs.", "entropy"), (disclaimer.Law, disclaimer.Because, disclaimer.Quantity));

        var source = Assert.Single(catalog.LabelSources);
        Assert.Equal(("marks-labels", "Marks labels."), (source.Id, source.Summary));
        Assert.Equal(
            [(0, "tokens", LabelArgumentKind.Array, false, "The tokens."), (1, "pad", LabelArgumentKind.Number, true, "")],
            source.Arguments.Select(argument => (argument.Position, argument.Name, argument.Kind, argument.Optional, argument.Summary)));

        Assert.False(File.Exists(marker), "finding the plugin ran its code");
        catalog.LoadEstimator("leaves-a-mark");
        Assert.True(File.Exists(marker), "the fixture leaves its mark when it is loaded, or this test could not fail");
    }
}
