using Infoscope.Conformance.Tests.Doubles;

namespace Infoscope.Conformance.Tests.Subjects;

public sealed class ClaimTableTests
{
    private static readonly Subject Optional = Subject.Of(new OptionalEstimator());

    [Theory]
    [InlineData(Law.Translation, "entropy", 0, Stance.Disclaimed)]
    [InlineData(Law.Translation, "entropy", 1, Stance.Claimed)]
    [InlineData(Law.NonNegative, "mutual-information", 0, Stance.Claimed)]
    [InlineData(Law.NonNegative, "entropy", 0, Stance.Disclaimed)]
    [InlineData(Law.GlobalScale, "entropy", 0, Stance.Claimed)]
    [InlineData(Law.GlobalScale, "mutual-information", 0, Stance.Unmentioned)]
    [InlineData(Law.Deterministic, "entropy", 0, Stance.Required)]
    public void TheMoreSpecificStatementSpeaks(Law law, string quantity, int configuration, Stance expected) =>
        Assert.Equal(expected, new ClaimTable(Optional).Of(law, quantity, Configurations.Of(Optional, [])[configuration]).Stance);

    [Theory]
    [InlineData(Law.Translation, "false", false)]
    [InlineData(Law.Translation, "true", true)]
    [InlineData(Law.GlobalScale, "true", false)]
    [InlineData(Law.NonNegative, "true", false)]
    public void ALawIsClaimedOfAllWhenItIsOfEveryQuantityUnderTheOptionsThatAreSet(Law law, string centre, bool expected) =>
        Assert.Equal(expected, (Optional with { Options = new Dictionary<string, string> { ["centre"] = centre } }).ClaimsOfAll(law));

    [Fact]
    public void WhatIsMeantByNobodyIsSaid()
    {
        var subject = new Subject
        {
            Id = "odd",
            Estimator = Optional.Estimator,
            Quantities = ["entropy"],
            Claims = [new(Law.Isometry, Exactness.Exact), new(Law.GlobalScale, Exactness.Exact), new(Law.GlobalScale, Exactness.Statistical), new(Law.Translation, Exactness.Exact) { Quantity = "entrpy" }],
            Disclaimers = [new(Law.Isometry) { Because = "it turns" }, new(Law.Deterministic) { Because = "it is not" }],
        };
        var table = new ClaimTable(subject);
        Assert.Equal(
            [
                "Isometry is both claimed and disclaimed",
                "Translation is spoken of for 'entrpy', which is no quantity that it declares",
                "GlobalScale is claimed twice",
                "Deterministic is disclaimed, but every estimator owes it",
            ],
            Enum.GetValues<Law>().SelectMany(table.Contradictions));
    }
}
