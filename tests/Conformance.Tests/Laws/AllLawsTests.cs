namespace Infoscope.Conformance.Tests.Laws;

public sealed class AllLawsTests
{
    [Fact]
    public void EveryLawHasOnePropertyInTheOrderOfTheVocabulary() => Assert.Equal(Enum.GetValues<Law>(), AllLaws.Properties.Select(property => property.Law));

    [Fact]
    public void EveryLawHasAStatementOfItsOwn()
    {
        Assert.DoesNotContain(AllLaws.Properties, property => string.IsNullOrWhiteSpace(property.Statement));
        Assert.Equal(AllLaws.Properties.Count, AllLaws.Properties.Select(property => property.Statement).Distinct().Count());
    }
}
