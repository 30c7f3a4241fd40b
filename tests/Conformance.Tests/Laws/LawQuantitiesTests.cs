using Infoscope.Analyzers.Contract;

namespace Infoscope.Conformance.Tests.Laws;

/// <summary>The rules for plugins know which quantities a law is about from a table of their own; it is the one of the laws.</summary>
public sealed class LawQuantitiesTests
{
    // The shared quantities, and ids that only look like one of them or are a plugin's own.
    private static readonly string[] Ids = [.. Quantities.All.Select(quantity => quantity.Id), "mutual-information-of-pairs", "mutual-informations", "disentanglement-weighted", "null-bias-analytic", "selected-tokens"];

    public static TheoryData<Law> Laws => [.. Enum.GetValues<Law>()];

    [Theory]
    [MemberData(nameof(Laws))]
    public void TheTableOfTheRulesIsWhatTheLawSpeaksOf(Law law)
    {
        var property = AllLaws.Properties.Single(one => one.Law == law);
        Assert.Equal(Ids.Where(property.SpeaksOf), Ids.Where(id => LawQuantities.SpeaksOf($"{law}", id)));
    }

    [Fact]
    public void TheRulesAndTheBatteryAgreeOnWhatIsOwed() =>
        Assert.Equal(Enum.GetValues<Law>().Where(ClaimTable.Required.Contains), Enum.GetValues<Law>().Where(law => LawQuantities.IsOwed($"{law}")));

    [Theory]
    [MemberData(nameof(Laws))]
    public void TheWordsOfTheRulesNameEachQuantityUnlessTheLawIsAboutAll(Law law)
    {
        var words = LawQuantities.Words($"{law}");
        var about = Quantities.All.Select(quantity => quantity.Id).Where(id => LawQuantities.SpeaksOf($"{law}", id)).ToArray();
        if (about.Length == Quantities.All.Count) Assert.Equal("every quantity", words);
        else Assert.All(about, id => Assert.True(words.Contains(id, StringComparison.Ordinal) || id.StartsWith(Quantities.MutualInformation.Id + "-", StringComparison.Ordinal), $"{law}: '{words}' does not name {id}"));
    }
}
