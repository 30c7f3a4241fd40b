namespace Infoscope.Loading.Tests;

public sealed class SourceExcerptTests
{
    [Theory]
    [InlineData("int a = 1", 9, "    7 | int a = 1", "      |          ^")]
    [InlineData("\tint\ta;", 5, "    7 |     int a;", "      |         ^")]
    [InlineData("漢字 + x", 5, "    7 | 漢字 + x", "      |        ^")]
    [InlineData("\"😀\" + x", 7, "    7 | \"😀\" + x", "      |        ^")]
    [InlineData("e\u0301 + x", 5, "    7 | e\u0301 + x", "      |     ^")]
    [InlineData("a\u001B[2J\u202E b", 7, "    7 | a\uFFFD[2J\uFFFD b", "      |        ^")]
    [InlineData("", 0, "    7 |", "      | ^")]
    public void TheCaretStandsBelowTheCharacter(string line, int position, string first, string second) => Assert.Equal([first, second], SourceExcerpt.Of(7, line, position));

    [Fact]
    public void ALongLineIsCutAroundTheCaret()
    {
        var line = new string('a', 1000) + "!" + new string('b', 1000);
        Assert.Equal(
            [$"12345 | ...{new string('a', 70)}!{new string('b', 39)}...", $"      | {new string(' ', 73)}^"],
            SourceExcerpt.Of(12345, line, 1000));
        Assert.Equal([$"    1 | {new string('a', 110)}...", "      |   ^"], SourceExcerpt.Of(1, line, 2));
        Assert.Equal([$"    1 | ...{new string('b', 70)}", $"      | {new string(' ', 73)}^"], SourceExcerpt.Of(1, line, line.Length));
    }

    [Fact]
    public void AMarginGrowsWithTheNumber() => Assert.Equal(["1000000 | x", "        | ^"], SourceExcerpt.Of(1_000_000, "x", 0));
}
