using Infoscope.Conformance.Tests.Doubles;

namespace Infoscope.Conformance.Tests.Battery;

/// <summary>An estimator of rows of a kind is verified on such rows.</summary>
public sealed class RowKindTests
{
    private const string NoDistributions = "its rows are distributions, and what the law makes of them is none";
    private const string Negative = "its rows are at least 0, and what the law makes of them is not";

    [Theory]
    [InlineData(RowKind.NonNegative)]
    [InlineData(RowKind.Distribution)]
    public void EveryLawThatCanBeTestedIsTestedOnRowsOfTheKindAlone(RowKind kind)
    {
        var refused = 0;
        var subject = TestSubject.Formula(fed => IsOfKind(fed, kind) ? 0 : throw new NumericalFailureException($"a row is none {Interlocked.Increment(ref refused)}"), kind);
        // Rows that are not finite or of another kind come in DegenerateInputs, on purpose.
        var report = Verification.Run(subject, new VerificationSettings { Cases = 60, Laws = [.. Enum.GetValues<Law>().Except([Law.DegenerateInputs, Law.MemoryReleased])] }, CancellationToken.None);
        Assert.False(report.IsFalsified, report.ToString());
        Assert.Equal(0, refused);
        Assert.All(report.Checks.Where(check => check.Outcome != Outcome.NotApplicable), check => Assert.True(check.Ran > 0));
    }

    [Theory]
    [InlineData(Law.Isometry)]
    [InlineData(Law.InvertibleLinear)]
    [InlineData(Law.AnyInvertible)]
    public void ALawThatMakesNegativeRowsIsNotApplicableAndFailsWhereItIsClaimed(Law law)
    {
        Assert.Equal((Outcome.NotApplicable, Negative), Said(Constant(RowKind.NonNegative).Check(law)));
        Assert.Equal((Outcome.Failed, $"it is claimed, but {Negative}"), Said(Constant(RowKind.NonNegative).Claiming(law, Exactness.Exact).Check(law)));
        Assert.Equal((Outcome.NotApplicable, NoDistributions), Said(Constant(RowKind.Distribution).Check(law)));
    }

    [Theory]
    [InlineData(Law.Translation)]
    [InlineData(Law.GlobalScale)]
    [InlineData(Law.PerSampleScale)]
    [InlineData(Law.MonotonePerDimension)]
    [InlineData(Law.DataProcessingRepresentation)]
    [InlineData(Law.AdditiveIndependent)]
    public void ALawThatKeepsRowsAtLeastZeroIsTestedOnThemAndNotOnDistributions(Law law)
    {
        Assert.Equal(Outcome.Held, Constant(RowKind.NonNegative).Check(law).Outcome);
        Assert.Equal((Outcome.NotApplicable, NoDistributions), Said(Constant(RowKind.Distribution).Check(law)));
    }

    [Theory]
    [InlineData(RowKind.NonNegative)]
    [InlineData(RowKind.Distribution)]
    public void AnEstimatorOfRowsOfAKindOwesToRefuseOthers(RowKind kind)
    {
        CheckReport Check(bool refusesOthers) => Subject.Of(new OfKindEstimator(kind, refusesOthers)).Check(Law.DegenerateInputs);
        Assert.Equal(Outcome.Passed, Check(refusesOthers: true).Outcome);
        Assert.Equal((Outcome.Failed, "a row of another kind: it was neither refused nor left out and counted"), Said(Check(refusesOthers: false)));
    }

    [Fact]
    public void ACounterexampleIsOfTheKindAndFoundAgain()
    {
        static double Nats(RowsAndLabels fed) => fed.Rows.Any(row => row.Max() < 0.6 && row.Length > 1) ? -1 : 0;
        var subject = TestSubject.Formula(Nats, RowKind.Distribution).Claiming(Law.NonNegative, Exactness.Exact);
        var first = subject.Check(Law.NonNegative);
        Assert.Equal("1 row, 2 features, seed 0\n  y = 0 (coarse 0): 0.5, 0.5", first.Counterexample!.ToString());
        var again = subject.Check(Law.NonNegative, new VerificationSettings { Seed = 77, Replay = first.Replay });
        Assert.Equal((Outcome.Failed, first.Counterexample.ToString()), (again.Outcome, again.Counterexample!.ToString()));
        var saved = subject.Check(Law.NonNegative, new VerificationSettings { SavedCases = [new SavedCase(Law.NonNegative, first.Counterexample)] });
        Assert.Equal((1, first.Counterexample.ToString()), (saved.Ran, saved.Counterexample!.ToString()));
    }

    [Fact]
    public void ALawIsTestedUnderTheOptionsWhoseRowsItKeeps()
    {
        var report = Verification.Run(Subject.Of(new EitherKindEstimator()), new VerificationSettings { Laws = [Law.Isometry] }, CancellationToken.None);
        var check = Assert.Single(report.Checks);
        Assert.Equal((Outcome.Passed, VerificationSettings.DefaultCases), (check.Outcome, check.Ran));
        Assert.Equal(["shares=false"], check.Configurations);
    }

    private static Subject Constant(RowKind kind) => TestSubject.Formula(_ => 0, kind);

    private static (Outcome Outcome, string Sentence) Said(CheckReport check) => (check.Outcome, check.Sentence);

    // In the tests of rounding, values are off by 2^-49.
    private static bool IsOfKind(RowsAndLabels fed, RowKind kind) =>
        fed.Rows.All(row => row.All(value => value >= 0) && (kind != RowKind.Distribution || Math.Abs(row.Sum() - 1) < 1e-5));
}
