namespace Infoscope.Tests.Quantities;

public sealed class AmountTests
{
    [Fact]
    public void TheDefaultIsNoInformation()
    {
        Assert.Equal(Information.Zero, default(Amount));
        Assert.Equal(QuantityKind.Information, default(Amount).Kind);
    }

    [Fact]
    public void AnAmountOfInformationComesBack()
    {
        Amount amount = Information.FromNats(1.25);
        Assert.Equal(Information.FromNats(1.25), amount.Information);
        Assert.Equal(1.25, amount.Number);
        Assert.Equal("1.25 nats", amount.ToString());
    }

    [Theory]
    [InlineData(QuantityKind.Ratio, "ratio")]
    [InlineData(QuantityKind.Count, "count")]
    public void WhatIsNoInformationDoesNotGiveAny(QuantityKind kind, string word) =>
        Assert.Contains($"is a {word}", Assert.Throws<InvalidOperationException>(() => Amount.Of(kind, 2).Information).Message, StringComparison.Ordinal);

    [Fact]
    public void TheSameNumberOfAnotherKindIsAnotherAmount()
    {
        Assert.NotEqual(Amount.Ratio(1), Amount.Count(1));
        Assert.True(Amount.Ratio(1) != Information.FromNats(1));
        Assert.True(Amount.Ratio(1) == Amount.Of(QuantityKind.Ratio, 1));
        Assert.Equal(Amount.Count(double.NaN), Amount.Count(double.NaN));
    }
}
