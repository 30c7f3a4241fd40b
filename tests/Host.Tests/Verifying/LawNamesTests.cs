using Infoscope.Host.Verifying;

namespace Infoscope.Host.Tests.Verifying;

public sealed class LawNamesTests
{
    [Theory]
    [InlineData("AtMostLabelEntropy")]
    [InlineData("at-most-label-entropy")]
    [InlineData("ATMOSTLABELENTROPY")]
    public void ALawIsReadInAnyOfItsSpellings(string name) => Assert.Equal(Law.AtMostLabelEntropy, LawNames.Parse(name));

    [Fact]
    public void ANumberIsNoLaw() => Assert.Null(LawNames.Parse("3"));

    [Fact]
    public void EveryLawIsReadByItsNameAndInKebabCase() => Assert.All(LawNames.All, law => Assert.Equal((law, law), (LawNames.Parse(law.ToString()), LawNames.Parse(OptionValues.KebabCase(law.ToString())))));
}
