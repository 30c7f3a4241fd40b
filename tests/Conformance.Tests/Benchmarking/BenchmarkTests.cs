using Infoscope.Compute;
using Infoscope.Conformance.Benchmarking;
using Infoscope.Engine;
using Infoscope.Engine.Inputs;

namespace Infoscope.Conformance.Tests.Benchmarking;

public sealed class BenchmarkTests
{
    // Four standard deviations: one false alarm in 16,000.
    private const double Deviations = 4;

    private const string Simplex = "simplex-k4-a2";

    private static readonly double Truth = Runs.Task(Simplex).Truth.Value.Nats;

    [Fact]
    public void AnHonestEstimatorHasNoBiasAndBothCoverages()
    {
        const int seeds = 400;
        const double sd = 0.1;
        var row = Assert.Single(Runs.Of(new GaussianAnswerEstimator(Truth, sd), Simplex, 2, seeds));
        Assert.InRange(row.Bias!.Value, -Deviations * sd / Math.Sqrt(seeds), Deviations * sd / Math.Sqrt(seeds));
        Assert.InRange(row.StandardDeviation!.Value, sd * (1 - (Deviations / Math.Sqrt(2 * seeds))), sd * (1 + (Deviations / Math.Sqrt(2 * seeds))));
        Assert.Equal(row.StandardDeviation!.Value / Math.Sqrt(seeds), row.BiasStandardError!.Value, 1e-12);
        Assert.Equal(Math.Sqrt((row.Bias.Value * row.Bias.Value) + (row.StandardDeviation.Value * row.StandardDeviation.Value * (seeds - 1) / seeds)), row.RootMeanSquareError!.Value, 1e-12);
        Assert.Equal(sd, row.MeanStandardError!.Value, 1e-12);
        AssertIs95In100(row.CoverageOfTruth, seeds);
        AssertIs95In100(row.CoverageOfMean, seeds);
        Assert.Equal((Simplex, "gaussian-answer", "1.2.3", "mutual-information", 2, 4, 4, 0), (row.Task, row.Estimator, row.Version, row.Quantity, row.Rows, row.Features, row.Labels, row.Failures));
        Assert.Null(row.NullMean);
        Assert.Null(row.AboveNull);
    }

    [Fact]
    public void ABiasedEstimatorCoversItsOwnMeanAndNotTheTruth()
    {
        const int seeds = 400;
        var row = Assert.Single(Runs.Of(new GaussianAnswerEstimator(Truth + 1, 0.1), Simplex, 2, seeds));
        Assert.InRange(row.Bias!.Value, 1 - (Deviations * 0.1 / Math.Sqrt(seeds)), 1 + (Deviations * 0.1 / Math.Sqrt(seeds)));
        Assert.Equal(0, row.CoverageOfTruth);
        AssertIs95In100(row.CoverageOfMean, seeds);
    }

    [Fact]
    public void SeedsThatFailAreCountedAndTheOthersStand()
    {
        var benchmark = Given(new GaussianAnswerEstimator(Truth, 0.1) { FailsOn = seed => seed % 4 == 1 }, seeds: 10);
        var row = Assert.Single(benchmark.Run(CancellationToken.None));
        Assert.Equal((3, "seed 1 is not for me"), (row.Failures, row.Failure));
        double[] answers = [.. new ulong[] { 0, 2, 3, 4, 6, 7, 8 }.Select(seed => Truth + (0.1 * new RandomStream(seed, "gaussian-answer/answer").NextNormal()))];
        Assert.Equal(answers.Average(), row.Mean!.Value, 1e-12);
        Assert.True(benchmark.AnyFailed);
    }

    [Fact]
    public void AnEstimatorThatFailsEverywhereHasALineThatSaysSo()
    {
        var row = Assert.Single(Given(new GaussianAnswerEstimator(Truth, 0.1) { FailsOn = _ => true }, seeds: 2).Run(CancellationToken.None));
        Assert.Equal((2, "seed 0 is not for me"), (row.Failures, row.Failure));
        Assert.Null(row.Mean);
        Assert.Null(row.Seconds);
    }

    [Fact]
    public void AnEstimatorThatRefusesEveryDrawIsNoFailure()
    {
        var benchmark = Given(new GaussianAnswerEstimator(Truth, 0.1) { FewestFeatures = 5 }, seeds: 2);
        var found = new List<TaskBenchmark>();
        benchmark.Run(found.Add, null, CancellationToken.None);
        Assert.Empty(Assert.Single(found).Rows);
        Assert.Equal("at least 5 features are needed", Assert.Single(found[0].Refused).Reason);
        Assert.False(benchmark.AnyFailed);
    }

    [Fact]
    public void TheInformationOfAPairIsFoundFromItsCorrelation()
    {
        const int rows = 1000, seeds = 1000;
        var row = Assert.Single(Runs.Of(new CorrelationEstimator(), "gaussian-pair-0.75", rows, seeds));
        Assert.Equal(-0.5 * Math.Log(1 - (0.75 * 0.75)), row.Truth, 1e-12);
        // To second order the sample information is 1/(2n) too high.
        Assert.Equal(1 / (2.0 * rows), row.Bias!.Value, Deviations * row.BiasStandardError!.Value);
        Assert.Equal(0.75 / Math.Sqrt(rows), row.MeanStandardError!.Value, 0.01 * row.MeanStandardError.Value);
        AssertIs95In100(row.CoverageOfTruth, seeds);
        AssertIs95In100(row.CoverageOfMean, seeds);
        Assert.Null(row.Labels);
    }

    [Theory]
    [InlineData("symmetric-channel-k4-error-0.3")]
    [InlineData("erasure-channel-k4-loss-0.25")]
    [InlineData("random-joint-k5-m12-seed-1")]
    public void TheInformationOfSymbolsIsFoundFromTheirCounts(string task)
    {
        // The bias left after Miller and Madow is of the order of 1/n^2 times the sum of 1/p, here below 1e-4.
        const double left = 1e-4;
        var row = Runs.Of(new PlugInEstimator(), task, 4000, 30).Single(one => one.Quantity == "mutual-information-corrected");
        Assert.InRange(row.Bias!.Value, -left - (Deviations * row.BiasStandardError!.Value), left + (Deviations * row.BiasStandardError!.Value));
        Assert.Null(row.MeanStandardError);
        Assert.Null(row.CoverageOfTruth);
        Assert.Null(row.CoverageOfMean);
    }

    [Fact]
    public void ATruthAtItsCeilingIsReachedAndANullTaskIsNot()
    {
        var settings = new BenchmarkSettings { Rows = [300], Seeds = 20 };
        var rows = new Benchmark([Runs.Entry(new PlugInEstimator())], [Runs.Task("symbols-m12-k3"), Runs.Task("symmetric-channel-k4-error-0.3")], settings).Run(CancellationToken.None);
        var ceiling = rows.Single(row => row is { Task: "symbols-m12-k3", Quantity: "mutual-information" });
        Assert.Equal((1, 1), (ceiling.CeilingHit, ceiling.AboveNull));
        Assert.Equal(ceiling.Mean!.Value, ceiling.Ceiling!.Value, 1e-9);
        // (K-1)(M-1)/(2n) of 3 labels and 12 symbols.
        Assert.Equal(22 / 600.0, ceiling.NullMean!.Value, 0.2 * 22 / 600);
        var measured = rows.Single(row => row is { Task: "symmetric-channel-k4-error-0.3", Quantity: "mutual-information" });
        Assert.Equal((0, 1), (measured.CeilingHit, measured.AboveNull));
    }

    [Fact]
    public void LabelsThatSayNothingAreSeldomAboveTheirNull()
    {
        var task = Truths.JointTasks.Joint("nothing", "Independent labels and symbols.", [[0.25, 0.25], [0.25, 0.25]]);
        var row = new Benchmark([Runs.Entry(new PlugInEstimator())], [task], new BenchmarkSettings { Rows = [200], Seeds = 100 }).Run(CancellationToken.None)[0];
        // One in a hundred is; more than 6 of 100 come once in 10,000 times.
        Assert.InRange(row.AboveNull!.Value, 0, 0.06);
        Assert.Equal(0, row.Truth);
        Assert.Equal(row.NullMean!.Value, row.Mean!.Value, Deviations * 2 * row.BiasStandardError!.Value);
    }

    [Fact]
    public void TheNumbersAreThoseOfAComparison()
    {
        const int rows = 120;
        const ulong seed = 5;
        var entry = Runs.Entry(new PlugInEstimator());
        var task = Runs.Task("random-joint-k5-m12-seed-1");
        var line = new Benchmark([entry], [task], new BenchmarkSettings { Rows = [rows], Seeds = 1, Seed = seed, Nulls = 7 }).Run(CancellationToken.None)[0];

        var sample = task.Draw(rows, seed);
        var provider = new CpuComputeProvider();
        var result = new Comparison(
            new ActivationSet { Name = "x", Activations = new SampleActivations(sample.Rows), Labels = [RowLabels.Over("y", new LabelSet([rows], sample.Labels, ["a", "b", "c", "d", "e"]), "x", [rows])] },
            [entry],
            new ComparisonSettings { Seed = seed, Nulls = 7, Provider = provider, Device = provider.Probe()[0], Log = SilentLog.Instance }).Run(null, CancellationToken.None).Rows[0];
        Assert.Equal((result.Value, result.NullMean, result.Ceiling), (line.Mean, line.NullMean, line.Ceiling));
        Assert.Equal(result.Verdict == "above null" ? 1 : 0, line.AboveNull);
        Assert.Null(line.StandardDeviation);
        Assert.Null(line.BiasStandardError);
    }

    [Fact]
    public void TheSameSeedGivesTheSameLinesInTheSameOrderOnAnyNumberOfThreads()
    {
        var lines = new[] { 1, 4 }.Select(threads => new Benchmark(
            [Runs.Entry(new PlugInEstimator()), Runs.Entry(new GaussianAnswerEstimator(1, 1)), Runs.Entry(new CorrelationEstimator())],
            [Runs.Task("random-joint-k5-m12-seed-1"), Runs.Task("gaussian-pair-0.75"), Runs.Task(Simplex)],
            new BenchmarkSettings { Rows = [100, 20], Seeds = 4, Threads = threads }).Run(CancellationToken.None).Select(row => row with { Seconds = null }).ToArray()).ToArray();
        Assert.Equal(lines[0], lines[1]);
        Assert.Equal(["random-joint-k5-m12-seed-1", "gaussian-pair-0.75", Simplex], lines[0].Select(row => row.Task).Distinct());
        Assert.Equal([100, 20, 100, 20], lines[0].Take(4).Select(row => row.Rows));
    }

    [Fact]
    public void ACancelledRunKeepsTheTasksThatWereFinished()
    {
        using var source = new CancellationTokenSource();
        var benchmark = new Benchmark([Runs.Entry(new PlugInEstimator())], [Runs.Task("symbols-m12-k3"), Runs.Task(Simplex)], new BenchmarkSettings { Rows = [50], Seeds = 3, Nulls = 0, Threads = 1 });
        var finished = new List<string>();
        Assert.ThrowsAny<OperationCanceledException>(() => benchmark.Run(
            found =>
            {
                finished.Add(found.Task.Id);
                source.Cancel();
            },
            null,
            source.Token));
        Assert.Equal(["symbols-m12-k3"], finished);
    }

    [Fact]
    public void SettingsThatNoBenchmarkCanHaveAreRefused()
    {
        foreach (var settings in new[] { new BenchmarkSettings { Rows = [] }, new() { Rows = [1] }, new() { Rows = [5, 5] }, new() { Seeds = 0 }, new() { Nulls = -1 }, new() { Threads = 0 } })
            Assert.Throws<ArgumentOutOfRangeException>(() => new Benchmark([], [], settings));
    }

    private static Benchmark Given(IEstimator estimator, int seeds) => new([Runs.Entry(estimator)], [Runs.Task(Simplex)], new BenchmarkSettings { Rows = [2], Seeds = seeds, Nulls = 0 });

    private static void AssertIs95In100(double? coverage, int seeds)
    {
        var error = Math.Sqrt(0.95 * 0.05 / seeds);
        Assert.InRange(coverage!.Value, 0.95 - (Deviations * error), Math.Min(1, 0.95 + (Deviations * error)));
    }
}
