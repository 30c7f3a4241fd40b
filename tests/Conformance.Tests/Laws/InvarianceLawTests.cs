namespace Infoscope.Conformance.Tests.Laws;

public sealed class InvarianceLawTests
{
    private static readonly Quantity Accuracy = new() { Id = "accuracy", Symbol = "a", Name = "accuracy", Kind = QuantityKind.Ratio };

    [Fact]
    public void EstimatesOfALabelSetAreComparedByWhatTheyAreAgainst()
    {
        var deviations = InvarianceLaw.Same(Of(("y", "one", 1), ("y", "two", 2)), "before", Of(("y", "two", 2), ("y", "one", 3)), "after").ToArray();
        Assert.Equal([true, false], deviations.Select(deviation => deviation.IsBroken(0)));
        Assert.Equal("accuracy: accuracy of y against one before is 1, and after, which must be equal, is 3", deviations[0].Sentence());
    }

    [Fact]
    public void OneThatIsMissingInEitherBreaksTheLaw()
    {
        Assert.True(Assert.Single(InvarianceLaw.Same(Of(("y", "one", 1)), "", Of(), "")).IsBroken(0));
        Assert.True(Assert.Single(InvarianceLaw.Same(Of(), "", Of(("y", "one", 1)), "")).IsBroken(0));
    }

    [Fact]
    public void WhatIsAgainstSomethingWithoutALabelSetIsNotCompared() => Assert.Empty(InvarianceLaw.Same(Of(("", "random", 1)), "", Of(("", "random", 2)), ""));

    private static Estimates Of(params (string LabelSet, string Against, double Value)[] values) => new(new EstimateSet
    {
        Estimates = [.. values.Select(one => new Estimate { Quantity = Accuracy, LabelSet = one.LabelSet, Against = one.Against, Value = Amount.Ratio(one.Value), RowsUsed = 1 })],
    });
}
