using System.Text;

namespace Infoscope.Loading.Tests;

/// <summary>A temporary folder of plugins in one file each, with a cache of its own; deleted at the end.</summary>
internal sealed class SourceFolder : IDisposable
{
    /// <summary>Counts rows: a whole plugin, into whose members a test may put its own.</summary>
    private const string CountsRows = """
        using Infoscope;
        [Estimator("ID", Summary = "Counts rows.", Citation = "none: a test")]
        [Estimates("rows-observed")]
        public sealed class NAME : IEstimator
        {
            private static readonly Quantity Rows = new() { Id = "rows-observed", Symbol = "N", Name = "rows observed", Kind = QuantityKind.Count };
            public InputRequirements Requires(OptionValues options) => new() { Precision = Precision.Double };
            public IEstimation Begin(EstimationContext context) => new Estimation();
            MEMBERS
            private sealed class Estimation : IEstimation
            {
                private long rows;
                public void Observe(in ActivationBlock block) => rows += block.Rows;
                public EstimateSet Complete() => new() { Estimates = [new Estimate { Quantity = Rows, Value = Amount.Count(rows), RowsUsed = rows }] };
            }
        }

        """;

    private readonly string folder = Directory.CreateTempSubdirectory("infoscope-sources-").FullName;

    /// <summary>Gets the folder of the cache.</summary>
    public string CacheFolder => PathOf("cache", "sources");

    /// <summary>Gives the text of a plugin with one estimator.</summary>
    public static string Plugin(string id = "counts-rows", string name = "CountsRows", string members = "") =>
        CountsRows.Replace("ID", id, StringComparison.Ordinal).Replace("NAME", name, StringComparison.Ordinal).Replace("MEMBERS", members, StringComparison.Ordinal);

    /// <summary>Gives a path below the folder.</summary>
    public string PathOf(params string[] parts) => Path.Combine([folder, .. parts]);

    /// <summary>Writes a file and gives its path.</summary>
    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllBytes(PathOf(name), bytes);
        return PathOf(name);
    }

    /// <summary>Finds plugins by their paths, with the cache of this folder.</summary>
    public PluginCatalog Find(params string[] paths) => PluginCatalog.Discover([], paths, PluginCatalog.DefaultConstructorTimeLimit, Settings);

    /// <summary>Gets the settings that tests compile with.</summary>
    public SourceSettings Settings => new() { Cache = new SourceCache(CacheFolder) };

    /// <summary>Asserts that a file is refused as a whole, in one sentence that begins with its path, and with these lines below.</summary>
    public void AssertRefused(string path, PluginFailure failure, string sentence, params string[] details)
    {
        using var catalog = Find(path);
        Assert.Empty(catalog.Plugins);
        catalog.AssertRefused(failure, path, $"{path} {sentence}");
        Assert.Equal(string.Join('\n', details), string.Join('\n', catalog.Refusals[0].Details));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
