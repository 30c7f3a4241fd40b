using Infoscope.Testing;

namespace Infoscope.Loading.Tests;

/// <summary>What the tests of the catalog share.</summary>
internal static class Catalogs
{
    /// <summary>Long enough for any fixture on a busy machine, short enough to wait for.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(3);

    public static PluginCatalog Discover(this StagedPlugins staged) => PluginCatalog.Discover([staged.Folder], []);

    /// <summary>Asserts that nothing but one refusal came of the plugins, with its whole sentence.</summary>
    public static void AssertRefused(this PluginCatalog catalog, PluginFailure failure, string path, string sentence)
    {
        var refusal = Assert.Single(catalog.Refusals);
        AssertSentence(sentence, refusal.Sentence);
        Assert.Equal(failure, refusal.Failure);
        Assert.Equal(path, refusal.Path);
    }

    /// <summary>Asserts that loading an estimator fails with its whole sentence.</summary>
    public static void AssertNotLoaded(this PluginCatalog catalog, string id, PluginFailure failure, string path, string sentence)
    {
        var error = Assert.Throws<PluginLoadException>(() => catalog.LoadEstimator(id));
        AssertSentence(sentence, error.Message);
        Assert.Equal(failure, error.Failure);
        Assert.Equal(path, error.Refusal.Path);
        Assert.Null(error.InnerException);
    }

    // Assert.Equal shows a part of a long text; a sentence is to be read whole.
    private static void AssertSentence(string expected, string actual) => Assert.True(expected == actual, $"expected: {expected}{Environment.NewLine}  actual: {actual}");
}
