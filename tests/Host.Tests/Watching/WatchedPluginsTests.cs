using Infoscope.Host.Watching;
using Infoscope.Loading;
using Serilog.Core;

namespace Infoscope.Host.Tests.Watching;

public sealed class WatchedPluginsTests : IDisposable
{
    private readonly Workspace files = new();
    private readonly WatchedPlugins plugins;

    public WatchedPluginsTests() => plugins = new([files.PathOf("Source.cs")], Logger.None) { Folder = Directory.CreateDirectory(files.PathOf("plugins")).FullName };

    public void Dispose() => files.Dispose();

    [Fact]
    public void ALabelSourceThatThrowsIsAsItWasWhenItLastWorked()
    {
        Write("");
        using (var first = plugins.Find()) Assert.NotNull(first.LoadLabelSource("constant").Source);
        Write("public Constant() => throw new InvalidOperationException();");
        using var second = plugins.Find();
        Assert.NotNull(second.LoadLabelSource("constant").Source);
    }

    [Fact]
    public void WhatFailedToLoadIsNotTriedAgainUntilItChanges()
    {
        var marks = files.PathOf("marks");
        var constructor = $$"""public Constant() { File.AppendAllText({{System.Text.Json.JsonSerializer.Serialize(marks)}}, "x"); throw new InvalidOperationException(); }""";
        Write(constructor);
        for (var round = 0; round < 3; round++) plugins.Find().Dispose();
        Assert.Equal("x", File.ReadAllText(marks));
        Write(constructor + " // another content");
        plugins.Find().Dispose();
        Assert.Equal("xx", File.ReadAllText(marks));
    }

    [Fact]
    public void WhatFailedForAReasonOutsideTheFileIsTriedAgain()
    {
        // What an option writes as its default fails here as an assembly would that cannot be read now.
        var marks = files.PathOf("marks");
        files.Write("Source.cs", $$"""
            #pragma warning disable ISC2011 // such an option is what fails
            using Infoscope;
            [Estimator("odd", Summary = "Counts rows.", Citation = "none: a test", Options = typeof(Choice))]
            [Estimates("rows-observed")]
            public sealed class OddEstimator : IEstimator
            {
                public OddEstimator() => File.AppendAllText({{System.Text.Json.JsonSerializer.Serialize(marks)}}, "x");
                public InputRequirements Requires(OptionValues options) => new();
                public IEstimation Begin(EstimationContext context) => throw new OptionException("never asked");
            }

            /// <summary>What is chosen.</summary>
            public sealed record Choice
            {
                /// <summary>Gets what cannot be written.</summary>
                [Option("what cannot be written")]
                public Odd Odd { get; init; } = new();
            }

            /// <summary>Cannot be written.</summary>
            public sealed class Odd
            {
                /// <inheritdoc/>
                public override string ToString() => throw new IOException("not now");
            }
            """);
        for (var round = 0; round < 3; round++) plugins.Find().Dispose();
        Assert.Equal("xxx", File.ReadAllText(marks));
    }

    [Fact]
    public void AFolderThatIsNamedLikeASourceFileIsNoReasonToEnd()
    {
        Directory.CreateDirectory(files.PathOf("Source.cs"));
        using var catalog = plugins.Find();
        Assert.Equal(PluginFailure.NotAPlugin, Assert.Single(catalog.Refusals).Failure);
    }

    private void Write(string constructor) => files.Write("Source.cs", $$"""
        using Infoscope;
        [LabelSource("constant", Summary = "One label for all.")]
        public sealed class Constant : ILabelSource
        {
            {{constructor}}
            public LabelSet Derive(LabelRequest request) => throw new OptionException("never asked");
        }
        """);
}
