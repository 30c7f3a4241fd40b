using System.Text.RegularExpressions;
using Infoscope.Conformance.Truths;

namespace Infoscope.Tests.Conformance.Truths;

public sealed partial class KnownTaskTests
{
    // Twice, as each of the two may be off.
    private const double DeterministicTolerance = 2 * Truth.QuadratureErrorNats;

    // One in 16,000 for a normal mean; about 130 tasks with fixed seeds.
    private const double StandardErrors = 4;

    private const int Draws = 5000;

    // Where the truth is this near to H(Y), what is missing comes from draws too rare to show in a standard error.
    private const double RareLossNats = 1e-4;

    public static TheoryData<string> Ids => [.. KnownTasks.All.Select(task => task.Id)];

    public static TheoryData<string> LabelIds => [.. KnownTasks.All.Where(task => task.Kind == TaskKind.Labels).Select(task => task.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void TheSecondTruthAgreesWithTheFirst(string id)
    {
        var task = TaskOf(id);
        AssertAgree(task.Truth, task.SecondTruth);
        Assert.NotEqual(task.Truth.Derivation, task.SecondTruth.Derivation);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void WhatIsDrawnHasTheTruthAsItsMean(string id)
    {
        var task = TaskOf(id);
        var missing = -task.LabelProbabilities.Sum(p => p * Math.Log(p)) - task.Truth.Value.Nats;
        AssertAgree(task.Truth, task.ByMonteCarlo(Draws, seed: 7), task.Kind == TaskKind.Labels && missing < RareLossNats ? RareLossNats : 0);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void ADrawHasTheShapesThatTheTaskStates(string id)
    {
        var task = TaskOf(id);
        var sample = task.Draw(50, seed: 3);
        Assert.Equal(50, sample.Rows.Length);
        Assert.All(sample.Rows, row => Assert.Equal(task.Features, row.Length));
        Assert.All(sample.Rows, row => Assert.All(row, number => Assert.True(double.IsFinite(number))));
        Assert.Equal(task.Kind == TaskKind.Labels ? 50 : 0, sample.Labels.Length);
        Assert.All(sample.Labels, label => Assert.InRange(label, 0, task.LabelCount - 1));
        Assert.Equal(task.Kind == TaskKind.Pair ? 50 : 0, sample.Reference.Length);
        Assert.All(sample.Reference, row => Assert.Equal(task.ReferenceFeatures, row.Length));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void AShorterDrawIsTheStartOfALongerOneAndAnotherSeedIsAnother(string id)
    {
        var task = TaskOf(id);
        var shorter = task.Draw(20, seed: 5);
        var longer = task.Draw(40, seed: 5);
        Assert.Equal(longer.Rows[..20], shorter.Rows);
        if (task.Kind == TaskKind.Labels) Assert.Equal(longer.Labels[..20], shorter.Labels);
        if (task.Kind == TaskKind.Pair) Assert.Equal(longer.Reference[..20], shorter.Reference);
        Assert.NotEqual(task.Draw(20, seed: 6).Rows, shorter.Rows);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void LabelsAreAsFrequentAsTheTaskStates(string id)
    {
        var task = TaskOf(id);
        if (task.Kind != TaskKind.Labels)
        {
            Assert.Empty(task.LabelProbabilities);
            return;
        }

        Assert.Equal(1, task.LabelProbabilities.Sum(), 1e-12);
        var labels = task.Draw(Draws, seed: 11).Labels;
        for (var label = 0; label < task.LabelCount; label++)
        {
            var p = task.LabelProbabilities[label];
            var deviation = labels.Count(drawn => drawn == label) - (Draws * p);
            // One more standard deviation than for a single mean, as there are up to 100 labels.
            Assert.True(Math.Abs(deviation) <= (StandardErrors + 1) * Math.Sqrt(Draws * p * (1 - p)), $"label {label} is {deviation} rows off {Draws * p}.");
        }
    }

    [Theory]
    [MemberData(nameof(LabelIds))]
    public void PosteriorsAreCalibratedOnWhatIsDrawn(string id)
    {
        // With the density that rows are drawn from, the mean of P(k|z) is p(k), and P(y|z) of the drawn label has the mean of sum_k P(k|z)^2.
        // Unlike the mean information, both move in first order when the two differ.
        var task = TaskOf(id);
        var sample = task.Draw(Draws, seed: 13);
        var posteriors = Enumerable.Range(0, task.LabelCount)
            .Select(label => (Label: label, Sample: sample with { Labels = [.. Enumerable.Repeat(label, Draws)] }))
            .Select(one => Enumerable.Range(0, Draws).Select(row => task.LabelProbabilities[one.Label] * Math.Exp(task.PointwiseNats(one.Sample, row))).ToArray())
            .ToArray();
        for (var label = 0; label < task.LabelCount; label++) AssertMeanIsZero([.. posteriors[label].Select(p => p - task.LabelProbabilities[label])]);
        AssertMeanIsZero([.. Enumerable.Range(0, Draws).Select(row => posteriors[sample.Labels[row]][row] - posteriors.Sum(p => p[row] * p[row]))]);
    }

    [Fact]
    public void IdentitiesAreUniqueAndInLowerCase()
    {
        Assert.Equal(KnownTasks.All.Count, KnownTasks.All.Select(task => task.Id).Distinct().Count());
        Assert.All(KnownTasks.All, task => Assert.Matches(IdPattern(), task.Id));
        Assert.All(KnownTasks.All, task => Assert.EndsWith(".", task.Summary));
    }

    [Fact]
    public void RolesAgreeWithTruths()
    {
        Assert.All(KnownTasks.All.Where(task => task.Quantity.Id == Quantities.MutualInformation.Id), task => Assert.Equal(task.Role == TaskRole.Null, task.Truth.Value == Information.Zero));
        var full = KnownTasks.All.Where(task => task.Role == TaskRole.Ceiling && task.Kind == TaskKind.Labels).ToArray();
        Assert.NotEmpty(full);
        Assert.All(full, task => Assert.Equal(-task.LabelProbabilities.Sum(p => p * Math.Log(p)), task.Truth.Value.Nats, 1e-12));
    }

    [Fact]
    public void EveryQuantityAndKindIsThere()
    {
        Assert.Equal(
            ["differential-entropy Rows", "discrete-entropy Rows", "mutual-information Labels", "mutual-information Pair"],
            KnownTasks.All.Select(task => $"{task.Quantity} {task.Kind}").Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void NoInformationExceedsTheEntropyOfItsLabels() => Assert.All(
        KnownTasks.All.Where(task => task.Kind == TaskKind.Labels),
        task => Assert.InRange(task.Truth.Value.Nats, 0, -task.LabelProbabilities.Sum(p => p * Math.Log(p)) + 1e-12));

    [Fact]
    public void AnUnknownIdentityIsNotFound() => Assert.Null(KnownTasks.Find("two-gaussians"));

    [Fact]
    public void ATaskOfNoRowsIsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => KnownTasks.All[0].Draw(0, 1));

    private static KnownTask TaskOf(string id) => KnownTasks.Find(id)!;

    private static void AssertMeanIsZero(double[] numbers)
    {
        var mean = numbers.Average();
        var standardError = Math.Sqrt(numbers.Sum(number => (number - mean) * (number - mean)) / (numbers.Length - 1.0) / numbers.Length);
        // An event that is expected less than once in these draws does not show in the standard error; three of them are allowed for.
        var tolerance = ((StandardErrors + 1) * standardError) + (3.0 / numbers.Length);
        Assert.True(Math.Abs(mean) <= tolerance, $"the mean is {mean}; {tolerance} is allowed.");
    }

    private static void AssertAgree(Truth first, Truth second, double allowanceNats = 0)
    {
        var tolerance = DeterministicTolerance + allowanceNats + (second.Source == TruthSource.MonteCarlo ? StandardErrors * second.Error.Nats : 0);
        var difference = second.Value.Nats - first.Value.Nats;
        Assert.True(Math.Abs(difference) <= tolerance, $"{second.Value.Nats:R} ({second.Derivation}) is {difference} off {first.Value.Nats:R} ({first.Derivation}); {tolerance} is allowed.");
    }

    [GeneratedRegex("^[a-z0-9.+-]+$")]
    private static partial Regex IdPattern();
}
