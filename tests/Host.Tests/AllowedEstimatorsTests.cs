using Infoscope.Compute;
using Infoscope.Engine;
using Infoscope.Engine.Inputs;
using Infoscope.Engine.Labels;
using Infoscope.Host.Logging;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Infoscope.Host.Tests;

public sealed class AllowedEstimatorsTests
{
    private static readonly ActivationSet Set = new() { Name = "s", Activations = new Ones() };

    [Fact]
    public void WhatTheInputsDoNotAllowIsLeftOutWhenNobodyNamedIt()
    {
        var problems = new ProblemList();
        var allowed = Of(named: false, Entry("free", InputNeed.None), Entry("needy", InputNeed.Required));
        var rows = allowed.Compare([Set], problems).Single().Comparison.Run(null, CancellationToken.None).Rows;
        problems.ThrowIfAny();
        Assert.Equal("free", Assert.Single(rows).Estimator);
        Assert.False(allowed.AnyFailed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WhatTheInputsDoNotAllowIsAProblemWhenItWasNamedOrNoOtherIsLeft(bool named)
    {
        var problems = new ProblemList();
        Of(named, named ? [Entry("free", InputNeed.None), Entry("needy", InputNeed.Required)] : [Entry("needy", InputNeed.Required)]).Compare([Set], problems);
        Assert.Equal(["needy needs labels; give --labels NAME=FILE."], Assert.Throws<UserError>(problems.ThrowIfAny).Problems);
    }

    [Fact]
    public void WhoIsLeftOutOnManySetsForOneReasonIsSaidOnce()
    {
        var said = new List<string>();
        using var log = new LoggerConfiguration().WriteTo.Sink(new Lines(said)).CreateLogger();
        var other = new ActivationSet { Name = "t", Activations = new Ones { Name = "other.npy" } };
        Of(_ => false, log, Entry("free", InputNeed.None), Sequential("sequential")).Compare([Set, other], new ProblemList());
        Assert.StartsWith("sequential is left out: sequential needs sequences and ones has no sequence axis; ", Assert.Single(said), StringComparison.Ordinal);
    }

    [Fact]
    public void ThoseThatAreLeftOutForOneReasonShareALine()
    {
        var said = new List<string>();
        using var log = new LoggerConfiguration().WriteTo.Sink(new Lines(said)).CreateLogger();
        var labelled = new ActivationSet { Name = "t", Activations = new Ones { Name = "other.npy" }, Labels = [RowLabels.Over("y", ClassLabels.FromIntegers([5], new long[5]), "other.npy", [5])] };
        Of(_ => false, log, Entry("free", InputNeed.None), Entry("needy", InputNeed.Required), Sequential("one"), Sequential("two")).Compare([Set, labelled], new ProblemList());
        Assert.Equal(
            [
                "needy is left out on 1 of 2 activation sets: needy needs labels; give --labels NAME=FILE.",
                "one, two are left out: each needs sequences and ones has no sequence axis; give activations of shape (sequences, length, features), --sequences rows for one sequence, or --sequences FILE.",
            ],
            said);
    }

    [Fact]
    public void ThoseOfOtherRowsShareALineAndAreTheProblemWhereNoOtherIsLeft()
    {
        var said = new List<string>();
        using var log = new LoggerConfiguration().WriteTo.Sink(new Lines(said)).CreateLogger();
        EstimatorEntry[] kinds = [OfRows("codes", RowKind.NonNegative), OfRows("shares", RowKind.Distribution)];
        Of(_ => false, log, [Entry("free", InputNeed.None), .. kinds]).Compare([Set], new ProblemList());
        Assert.Equal(["left out unless named with --estimators: codes, which needs rows that are not negative; shares, which needs rows that are distributions"], said);

        var problems = new ProblemList();
        Of(_ => false, log, kinds).Compare([Set], problems);
        Assert.Equal(
            ["codes needs rows that are not negative; where they are, name it: --estimators codes.", "shares needs rows that are distributions; where they are, name it: --estimators shares."],
            problems.Sentences);
        Assert.Single(said);

        Of(_ => true, log, kinds).Compare([Set], problems = new ProblemList());
        Assert.Empty(problems.Sentences);
    }

    [Fact]
    public void NobodyIsLeftOutOfAComparisonThatIsRefused()
    {
        var said = new List<string>();
        using var log = new LoggerConfiguration().WriteTo.Sink(new Lines(said)).CreateLogger();
        var problems = new ProblemList();
        Of(id => id == "named", log, Entry("free", InputNeed.None), Entry("needy", InputNeed.Required), Entry("named", InputNeed.Required)).Compare([Set], problems);
        Assert.Equal(["named needs labels; give --labels NAME=FILE."], problems.Sentences);
        Assert.Empty(said);
    }

    private static AllowedEstimators Of(bool named, params EstimatorEntry[] entries) => Of(_ => named, new LoggerConfiguration().CreateLogger(), entries);

    private static AllowedEstimators Of(Predicate<string> isNamed, ILogger log, params EstimatorEntry[] entries)
    {
        var provider = new CpuComputeProvider();
        var settings = new ComparisonSettings { Provider = provider, Device = provider.Probe()[0], Log = new PluginLog(log), Nulls = 0 };
        return new AllowedEstimators(entries, settings, isNamed, log);
    }

    private static EstimatorEntry Entry(string id, InputNeed labels) => Entry(id, new Counting(labels));

    private static EstimatorEntry Sequential(string id) => Entry(id, new Counting(InputNeed.None, InputNeed.Required));

    private static EstimatorEntry OfRows(string id, RowKind kind) => Entry(id, new Counting(InputNeed.None, kind: kind));

    private static EstimatorEntry Entry(string id, IEstimator estimator) => new() { Id = id, Version = "1.0", Estimator = estimator, Options = OptionValues.None(id) };

    private sealed class Counting(InputNeed labels, InputNeed sequences = InputNeed.None, RowKind kind = RowKind.Any) : IEstimator
    {
        public InputRequirements Requires(OptionValues options) => new() { Labels = labels, Sequences = sequences, RowKind = kind };

        public IEstimation Begin(EstimationContext context) => new Estimation();

        private sealed class Estimation : IEstimation
        {
            private long rows;

            public void Observe(in ActivationBlock block) => rows += block.Rows;

            public EstimateSet Complete() => new()
            {
                Estimates = [new Estimate { Quantity = new Quantity { Id = "rows", Symbol = "n", Name = "rows", Kind = QuantityKind.Count }, Value = Amount.Count(rows), RowsUsed = rows }],
            };
        }
    }

    private sealed class Ones : IActivationSource
    {
        public string Name { get; init; } = "ones";

        public long Rows => 5;

        public int Features => 2;

        public Precision NativePrecision => Precision.Single;

        public void Read(long firstRow, Span<float> rows) => rows.Fill(1);

        public void Read(long firstRow, Span<double> rows) => rows.Fill(1);
    }

    private sealed class Lines(List<string> lines) : ILogEventSink
    {
        public void Emit(LogEvent logEvent) => lines.Add(logEvent.RenderMessage(null));
    }
}
