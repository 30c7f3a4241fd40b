using Infoscope.Conformance.Benchmarking;
using Infoscope.Conformance.Truths;

namespace Infoscope.Conformance.Tests.Benchmarking;

public sealed class BenchmarkRankingTests
{
    [Fact]
    public void ATaskIsSortedByTheErrorAtTheLargestNumberOfRows()
    {
        var sorted = BenchmarkRanking.OfTask([Line("a", "t", 100, 0.1), Line("a", "t", 1000, 0.3), Line("b", "t", 100, 0.5), Line("b", "t", 1000, 0.2), Line("c", "t", 100, 0), Line("c", "t", 1000, 0.1, failures: 1), Line("d", "t", 1000, null, failures: 5)]);
        Assert.Equal(["b 100", "b 1000", "a 100", "a 1000", "c 100", "c 1000", "d 1000"], sorted.Select(row => $"{row.Estimator} {row.Rows}"));
    }

    [Fact]
    public void TiesGoBySeconds()
    {
        var sorted = BenchmarkRanking.OfTask([Line("slow", "t", 10, 0.1) with { Seconds = 2 }, Line("fast", "t", 10, 0.1) with { Seconds = 1 }]);
        Assert.Equal(["fast", "slow"], sorted.Select(row => row.Estimator));
    }

    [Fact]
    public void StandingsAreTheShareOfTheOthersThatWereBeaten()
    {
        var standings = BenchmarkRanking.Overall([
            Line("a", "one", 10, 0.1), Line("b", "one", 10, 0.2), Line("c", "one", 10, 0.2),
            Line("a", "two", 10, 0.5), Line("b", "two", 10, 0.3),
            Line("c", "alone", 10, 9, failures: 2),
        ]);
        var (a, b, c) = (Of("a"), Of("b"), Of("c"));
        Assert.Equal((2, 2, 0.5, 0.3), (a.Tasks, a.Contests, a.Beaten, Math.Round(a.MedianError!.Value, 12)));
        Assert.Equal((2, 2, 0.625, 0.25), (b.Tasks, b.Contests, b.Beaten, Math.Round(b.MedianError!.Value, 12)));
        Assert.Equal((2, 1, 0.25, 2), (c.Tasks, c.Contests, c.Beaten, c.Failures));
        Assert.Equal(["b", "a", "c"], standings.Select(standing => standing.Estimator));

        BenchmarkStanding Of(string estimator) => standings.Single(standing => standing.Estimator == estimator);
    }

    [Fact]
    public void OneThatWasNeverComparedStandsLastWithoutAShare()
    {
        var standings = BenchmarkRanking.Overall([Line("alone", "x", 10, 0.001), Line("a", "y", 10, 1), Line("b", "y", 10, 2)]);
        Assert.Equal(["a", "b", "alone"], standings.Select(standing => standing.Estimator));
        Assert.Null(standings[^1].Beaten);
    }

    [Fact]
    public void QuantitiesAndOptionsOfOneEstimatorAreComparedToo()
    {
        var standings = BenchmarkRanking.Overall([Line("a", "y", 10, 1), Line("a", "y", 10, 2) with { Options = "draws=2" }, Line("a", "y", 10, 3) with { Quantity = "mutual-information-corrected" }]);
        Assert.Equal([1, 0.5, 0], standings.Select(standing => standing.Beaten!.Value));
    }

    private static BenchmarkRow Line(string estimator, string task, int rows, double? error, int failures = 0) => new()
    {
        Estimator = estimator,
        Version = "1",
        Options = "",
        Task = task,
        Role = TaskRole.Measure,
        Quantity = "mutual-information",
        Rows = rows,
        Features = 1,
        Seeds = 5,
        FirstSeed = 0,
        Permutations = 0,
        Truth = 0,
        TruthError = 0,
        TruthSource = TruthSource.ClosedForm,
        RootMeanSquareError = error,
        Failures = failures,
    };
}
