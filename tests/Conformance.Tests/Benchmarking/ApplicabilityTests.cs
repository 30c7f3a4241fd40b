using Infoscope.Conformance.Benchmarking;
using Infoscope.Conformance.Tests.Doubles;
using Infoscope.Conformance.Truths;

namespace Infoscope.Conformance.Tests.Benchmarking;

public sealed class ApplicabilityTests
{
    private static readonly KnownTask[] Kinds = [Runs.Task("simplex-k4-a2"), Runs.Task("gaussian-pair-0.75"), Runs.Task("entropy-normal-d1"), Runs.Task("symbols-geometric-0.5")];

    [Fact]
    public void AnEstimatorIsAskedWhatItDeclaresAndCanBeFed()
    {
        Assert.Equal(["", "needs labels", "gives no differential-entropy", "gives no discrete-entropy"], ReasonsOf(new PlugInEstimator()));
        Assert.Equal(["takes no labels", "", "gives no differential-entropy", "gives no discrete-entropy"], ReasonsOf(new CorrelationEstimator()));
    }

    [Theory]
    [InlineData(RowKind.NonNegative, "needs rows that are not negative")]
    [InlineData(RowKind.Distribution, "needs rows that are distributions")]
    public void AnEstimatorOfRowsOfAKindIsAskedNothing(RowKind kind, string reason)
    {
        var entry = Runs.Entry(new OfKindEstimator(kind, refusesOthers: true)) with { Quantities = null };
        Assert.All(new Benchmark([entry], Kinds, new BenchmarkSettings()).Pairings, pairing => Assert.Equal(reason, pairing.Reason));
    }

    [Fact]
    public void AnEstimatorThatCannotSayWhatItNeedsFailsOnEveryTask()
    {
        var pairings = new Benchmark([Runs.Entry(new PlugInEstimator()) with { Estimator = new NeedsNothingKnown() }], Kinds, new BenchmarkSettings());
        Assert.All(pairings.Pairings, pairing => Assert.Equal((true, "InvalidOperationException: no idea (ApplicabilityTests.cs, line 64)"), (pairing.IsFailure, pairing.Reason)));
        Assert.True(pairings.AnyFailed);
        Assert.Equal(0, pairings.Comparisons);
    }

    [Fact]
    public void TheUnweightedInformationIsComparedWhereLabelsAreEquallyFrequentAlone()
    {
        string[] Quantities(string task) => [.. Runs.Of(new PlugInEstimator(), task, 50, 1).Select(row => row.Quantity)];
        Assert.Equal(["mutual-information", "mutual-information-corrected", "mutual-information-unweighted"], Quantities("symmetric-channel-k4-error-0.3"));
        Assert.Equal(["mutual-information", "mutual-information-corrected"], Quantities("random-joint-k5-m12-seed-1"));
    }

    [Theory]
    [InlineData("mutual-information", true)]
    [InlineData("mutual-information-corrected", true)]
    [InlineData("mutual-informations", false)]
    [InlineData("entropy", false)]
    public void AVariantBearsTheNameOfItsQuantity(string quantity, bool expected) => Assert.Equal(expected, Applicability.HasTruthOf(Runs.Task("simplex-k4-a2"), quantity));

    [Fact]
    public void TheDefaultTasksShowEveryKindAndRole()
    {
        Assert.Equal(Enum.GetValues<TaskKind>(), BenchmarkTasks.Default.Select(task => task.Kind).Distinct().Order());
        Assert.Equal(Enum.GetValues<TaskRole>(), BenchmarkTasks.Default.Select(task => task.Role).Distinct().Order());
        Assert.Equal(BenchmarkTasks.Default.Count, BenchmarkTasks.Default.Distinct().Count());
        Assert.Equal(KnownTasks.All.Select(task => task.Quantity.Id).Distinct().Order(), BenchmarkTasks.Default.Select(task => task.Quantity.Id).Distinct().Order());
    }

    private static IEnumerable<string> ReasonsOf(IEstimator estimator) => new Benchmark([Runs.Entry(estimator)], Kinds, new BenchmarkSettings()).Pairings.Select(pairing => pairing.Reason);

    private sealed class NeedsNothingKnown : IEstimator
    {
        public InputRequirements Requires(OptionValues options) => throw new InvalidOperationException("no idea");

        public IEstimation Begin(EstimationContext context) => throw new NotSupportedException();
    }
}
