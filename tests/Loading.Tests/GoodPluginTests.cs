using Infoscope.Testing;

namespace Infoscope.Loading.Tests;

public sealed class GoodPluginTests
{
    [Fact]
    public void AGoodPluginIsFoundLoadedAndRun()
    {
        using var staged = new StagedPlugins("EchoInputs");
        using var catalog = staged.Discover();
        Assert.Empty(catalog.Refusals);
        var plugin = Assert.Single(catalog.Plugins).Identity;
        Assert.Equal("EchoInputs", plugin.Name);
        Assert.Equal(staged.PathOf("EchoInputs", "EchoInputs.dll"), plugin.Path);
        Assert.Equal("0.1.0", plugin.Version);
        Assert.Equal(ContractVersion.Host, plugin.Contract);

        var loaded = catalog.LoadEstimator("echo-inputs");
        Assert.Equal("Infoscope.Fixtures.EchoInputs.EchoOptions", loaded.OptionsType?.FullName);
        Assert.Equal(loaded.OptionsType?.FullName, loaded.Description.OptionsTypeName);
        Assert.Equal(["access", "precision", "maximum-rows", "survey", "labels", "reference", "attention", "array"], loaded.Options.Select(option => option.Name));
        Assert.Same(loaded, catalog.LoadEstimator("echo-inputs"));

        using var estimation = loaded.Estimator.Begin(EstimationRun.Context(loaded, rows: 5, features: 3));
        EstimationRun.Observe(estimation, 3, 2, 3);
        var estimates = estimation.Complete();
        Assert.Equal(5, EstimationRun.ValueOf(estimates, "rows-observed"));
        Assert.Equal(15, EstimationRun.ValueOf(estimates, "sum-of-rows"));
        Assert.Equal(3 * (1 + 2 + 3 + 4 + 5), EstimationRun.ValueOf(estimates, "sum-of-rows-by-index"));
    }

    [Fact]
    public void OptionsReachTheRequirements()
    {
        using var staged = new StagedPlugins("EchoInputs");
        using var catalog = staged.Discover();
        var texts = new Dictionary<string, string> { ["access"] = "whole-sequences", ["precision"] = "single", ["maximum-rows"] = "7", ["survey"] = "true", ["attention"] = "required" };
        var required = catalog.LoadEstimator("echo-inputs").Estimator.Requires(new OptionValues("echo-inputs", texts, _ => throw new NotSupportedException("no array is opened here")));
        Assert.Equal(
            new InputRequirements { Access = RowAccess.WholeSequences, Precision = Precision.Single, MaximumRows = 7, Survey = true, Sequences = InputNeed.Required, Reference = InputNeed.Optional, Attention = InputNeed.Required },
            required);
    }

    [Fact]
    public void ALabelSourceIsLoadedAndAsked()
    {
        using var staged = new StagedPlugins("EchoInputs");
        using var catalog = staged.Discover();
        var source = catalog.LoadLabelSource("echo-arguments").Source;
        var labels = source.Derive(new LabelRequest("echo-arguments:3:t.npy", 1, new Dictionary<string, object>
        {
            ["count"] = 3L,
            ["numbers"] = new NumericArray("t.npy", [4], [-1L, 0, 4, 9]),
            ["pad"] = 9.0,
        }));
        Assert.Equal([2, 0, 1, -1], labels.Ids.ToArray());
    }

    [Fact]
    public void PartialCountsMergeSaveAndRestore()
    {
        using var staged = new StagedPlugins("CountsObserveCalls");
        using var catalog = staged.Discover();
        var loaded = catalog.LoadEstimator("counts-observe-calls-mergeable");
        var estimator = Assert.IsAssignableFrom<IRestoringEstimator>(loaded.Estimator);
        var context = EstimationRun.Context(loaded, rows: 12, features: 2);
        using var first = Assert.IsAssignableFrom<IMergeableEstimation>(estimator.Begin(context));
        using var second = Assert.IsAssignableFrom<IMergeableEstimation>(estimator.Begin(context));
        EstimationRun.Observe(first, 2, 4, 1);
        EstimationRun.Observe(second, 2, 7);
        using var saved = new MemoryStream();
        second.Save(saved);
        saved.Position = 0;
        using var restored = estimator.Restore(context, saved);
        first.Merge(restored);

        var estimates = first.Complete();
        Assert.Equal(3, EstimationRun.ValueOf(estimates, "observe-calls"));
        Assert.Equal(12, EstimationRun.ValueOf(estimates, "rows-observed"));
        Assert.Equal(1, EstimationRun.ValueOf(estimates, "smallest-block"));
        Assert.Equal(7, EstimationRun.ValueOf(estimates, "largest-block"));

        saved.Position = 0;
        Assert.Throws<InvalidDataException>(() => estimator.Restore(EstimationRun.Context(loaded, rows: 13, features: 2), saved));
    }

    [Fact]
    public void APluginOfAnOlderMinorRuns()
    {
        using var staged = new StagedPlugins("OlderMinor");
        using var catalog = staged.Discover();
        Assert.Empty(catalog.Refusals);
        Assert.Equal(new ContractVersion(1, 0), Assert.Single(catalog.Plugins).Identity.Contract);
        var loaded = catalog.LoadEstimator("older-minor");
        var context = EstimationRun.Context(loaded, rows: 6, features: 2, new() { ["step"] = "10" });
        using var estimation = Assert.IsAssignableFrom<IMergeableEstimation>(loaded.Estimator.Begin(context));
        EstimationRun.Observe(estimation, 2, 1, 5);
        Assert.Equal(60, EstimationRun.ValueOf(estimation.Complete(), "rows-observed"));

        using var saved = new MemoryStream();
        estimation.Save(saved);
        saved.Position = 0;
        using var restored = ((IRestoringEstimator)loaded.Estimator).Restore(context, saved);
        estimation.Merge(restored);
        Assert.Equal(120, EstimationRun.ValueOf(estimation.Complete(), "rows-observed"));
    }

    [Fact]
    public void NamesBeyondAsciiAreLoaded()
    {
        using var staged = new StagedPlugins("NonAsciiNäme");
        using var catalog = staged.Discover();
        Assert.Empty(catalog.Refusals);
        Assert.Equal("NonAsciiNäme", Assert.Single(catalog.Plugins).Identity.Name);
        Assert.Equal("Infoscope.Fixtures.NonAsciiNäme.Größe", catalog.LoadEstimator("non-ascii-name").Estimator.GetType().FullName);
    }

    [Fact]
    public void AnIdThatNoPluginGivesIsRefusedWithThoseThatThereAre()
    {
        using var staged = new StagedPlugins("CountsObserveCalls");
        using var catalog = staged.Discover();
        catalog.AssertNotLoaded("soft-entropy", PluginFailure.UnknownId, "", "no plugin gives the estimator 'soft-entropy'; there are counts-observe-calls, counts-observe-calls-mergeable.");
        var error = Assert.Throws<PluginLoadException>(() => catalog.LoadLabelSource("ngram"));
        Assert.Equal("no plugin gives the label source 'ngram'; none gives any label source.", error.Message);
    }

    [Fact]
    public void ADisposedCatalogLoadsNothing()
    {
        using var staged = new StagedPlugins("EchoInputs");
        var catalog = staged.Discover();
        catalog.Dispose();
        Assert.Throws<ObjectDisposedException>(() => catalog.LoadEstimator("echo-inputs"));
    }
}
