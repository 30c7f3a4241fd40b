using System.Diagnostics;

namespace Infoscope.Host.Tests.Commands;

/// <summary>How a command ends that a plugin, or its user, ends before it has finished.</summary>
public sealed class EndingTests : IDisposable
{
    // Half of the time that an interrupted command has to write what there is.
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(15);

    private readonly Workspace files = new();

    public EndingTests() => files.Npy("acts.npy", [4, 2], [3f, 4, 0, 0, 6, 8, 5, 12]);

    public void Dispose() => files.Dispose();

    [Theory]
    [InlineData("public Ender() => Environment.Exit(0);", "", "loading estimator 'ender'")]
    [InlineData("", "Environment.Exit(0);", "asking the estimators what they need")]
    [InlineData("public Ender() => Console.SetError(TextWriter.Null);", "Environment.Exit(0);", "asking the estimators what they need")]
    public void APluginThatEndsTheProcessMakesItAFailure(string constructor, string requires, string during)
    {
        Write(constructor, requires);
        var run = files.Compare("acts.npy", "--plugin", "Ender.cs", "--estimators", "ender", "--quiet");
        Assert.Equal($"a plugin ended the process while the host was {during}, so the command did not finish; no plugin may call Environment.Exit.", run.ErrorLines[^1]);
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
    }

    [Fact]
    public void APluginThatEndsTheProcessLaterMakesItAFailureToo()
    {
        Write("", "", "Environment.Exit(0);");
        var run = files.Compare("acts.npy", "--plugin", "Ender.cs", "--estimators", "ender", "--quiet", "--out", "out");
        Assert.Equal($"a plugin ended the process while the host was comparing {files.PathOf("acts.npy")}, so the command did not finish; no plugin may call Environment.Exit.", run.ErrorLines[^1]);
        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Rows);
        Assert.False(File.Exists(files.PathOf("out", "run.json")));
    }

    [Fact]
    public void DescribeFailsAsWell()
    {
        Write("public Ender() => Environment.Exit(0);", "");
        var run = files.Run("describe", "ender", "--plugin", "Ender.cs", "--quiet");
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
    }

    [Fact]
    public void AnInterruptWhileAConstructorRunsEndsItSoon()
    {
        if (OperatingSystem.IsWindows()) return;
        Write("public Ender() { File.WriteAllText(\"begun\", \"\"); while (true) { } }", "");
        Assert.Equal(130, InterruptedAfter("begun", once: true));
    }

    [Fact]
    public void ASecondInterruptEndsItAtOnce()
    {
        if (OperatingSystem.IsWindows()) return;
        Write("", "File.WriteAllText(\"begun\", \"\"); while (true) { }");
        Assert.Equal(130, InterruptedAfter("begun", once: false));
    }

    private int InterruptedAfter(string mark, bool once)
    {
        using var process = HostProcess.Start(files.PathOf(), files.Environment, "compare", "acts.npy", "--plugin", "Ender.cs", "--estimators", "ender", "--quiet");
        for (var waited = Stopwatch.StartNew(); !File.Exists(files.PathOf(mark)); Thread.Sleep(50)) Assert.InRange(waited.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(2));
        HostProcess.Interrupt(process);
        if (!once)
        {
            Assert.False(process.WaitForExit(TimeSpan.FromSeconds(1)));
            HostProcess.Interrupt(process);
        }

        Assert.True(process.WaitForExit(AtOnce));
        return process.ExitCode;
    }

    private void Write(string constructor, string requires, string observe = "") => files.Write("Ender.cs", $$"""
        using Infoscope;
        [Estimator("ender", Summary = "Counts rows.", Citation = "none: a test")]
        [Estimates("rows-observed")]
        public sealed class Ender : IEstimator
        {
            private static readonly Quantity Rows = new() { Id = "rows-observed", Symbol = "N", Name = "rows observed", Kind = QuantityKind.Count };
            {{constructor}}
            public InputRequirements Requires(OptionValues options)
            {
                {{requires}}
                return new() { Precision = Precision.Double };
            }

            public IEstimation Begin(EstimationContext context) => new Estimation();
            private sealed class Estimation : IEstimation
            {
                private long rows;
                public void Observe(in ActivationBlock block)
                {
                    {{observe}}
                    rows += block.Rows;
                }

                public EstimateSet Complete() => new() { Estimates = [new Estimate { Quantity = Rows, Value = Amount.Count(rows), RowsUsed = rows }] };
            }
        }

        """);
}
