using Infoscope.Conformance.Tests.Doubles;

namespace Infoscope.Conformance.Tests.Subjects;

/// <summary>An estimator on a few rows, for tests of known answers.</summary>
public sealed class SubjectRunTests
{
    [Fact]
    public void ARunGivesWhatTheEstimatorGivesOfItsRowsAndLabels()
    {
        var seen = default(RowsAndLabels);
        var estimates = TestSubject.Formula(fed => (seen = fed).Rows.Sum(row => row[0])).Run([[1, 5], [2, 5], [3, 5]], [1, 0, -1]);
        var estimate = Assert.Single(estimates.Estimates);
        Assert.Equal((Quantities.MutualInformation, "y", 6), (estimate.Quantity, estimate.LabelSet, estimate.Value.Number));
        Assert.Equal([1, 0, -1], seen!.Labels);
    }

    [Fact]
    public void RowsAndLabelsOfAnotherFormAreRefused()
    {
        var subject = TestSubject.Constant(0);
        Assert.Throws<ArgumentException>("rows", () => subject.Run([], []));
        Assert.Throws<ArgumentException>("rows", () => subject.Run([[]], [0]));
        Assert.Throws<ArgumentException>("rows", () => subject.Run([[1], [1, 2]], [0, 0]));
        Assert.Throws<ArgumentException>("labels", () => subject.Run([[1]], [0, 1]));
        Assert.Throws<ArgumentException>("labels", () => subject.Run([[1]], [-2]));
    }

    [Fact]
    public void WhatTheEstimatorRefusesIsSaidInItsWords()
    {
        var refusal = Assert.Throws<ArgumentException>(() => TestSubject.Formula(_ => throw new NumericalFailureException("no answer.")).Run([[1]], [0]));
        Assert.Equal("formula refuses: no answer.", refusal.Message);
    }

    [Fact]
    public void AnEstimatorThatBreaksTheContractIsTold()
    {
        var fault = Assert.Throws<InvalidOperationException>(() => TestSubject.Formula(_ => throw new FormatException("oh")).Run([[1]], [0]));
        Assert.Equal("formula breaks the contract: FormatException: oh (SubjectRunTests.cs, line 39)", fault.Message);
    }

    [Fact]
    public void OptionsThatAreNotThereAreRefused()
    {
        var subject = Subject.Of(new OptionalEstimator()) with { Options = new Dictionary<string, string> { ["colour"] = "red" } };
        Assert.Contains("colour", Assert.Throws<OptionException>(() => subject.Run([[1]], [0])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OptionsOfAnEstimatorWithoutAnyAreRefused()
    {
        var subject = TestSubject.Constant(0) with { Options = new Dictionary<string, string> { ["colour"] = "red" } };
        Assert.Equal($"{subject.Id} has no options; leave out 'colour=red'.", Assert.Throws<OptionException>(() => subject.Run([[1]], [0])).Message);
    }

    [Fact]
    public void TheSeedIsZeroUnlessItIsGiven()
    {
        var subject = TestSubject.Formula(fed => fed.Seed);
        Assert.Equal(0, subject.Run([[1]], [0]).Estimates.Single().Value.Number);
        Assert.Equal(7, subject.Run([[1]], [0], 7).Estimates.Single().Value.Number);
    }
}
