namespace Infoscope.Tests.Randomness;

/// <summary>The known-answer vectors published with the Random123 library.</summary>
public sealed class Philox4x32Tests
{
    [Fact]
    public void ZeroCounterAndKeyGiveThePublishedBlock() =>
        Assert.Equal((0x6627e8d5U, 0xe169c58dU, 0xbc57ac4cU, 0x9b00dbd8U), Philox4x32.Block(0, 0, 0, 0, 0, 0));

    [Fact]
    public void AllOnesGiveThePublishedBlock() =>
        Assert.Equal((0x408f276dU, 0x41c83b0eU, 0xa20bc7c6U, 0x6d5451fdU), Philox4x32.Block(uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue));

    [Fact]
    public void TheDigitsOfPiGiveThePublishedBlock() =>
        Assert.Equal((0xd16cfe09U, 0x94fdcceb, 0x5001e420U, 0x24126ea1U), Philox4x32.Block(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0));
}
