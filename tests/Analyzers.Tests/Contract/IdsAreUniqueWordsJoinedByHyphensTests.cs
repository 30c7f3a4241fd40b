using Infoscope.Analyzers.Contract;

namespace Infoscope.Analyzers.Tests.Contract;

public sealed class IdsAreUniqueWordsJoinedByHyphensTests : RuleTests<IdsAreUniqueWordsJoinedByHyphens>
{
    [WrongCase]
    public Task CapitalsAreReported() => Reports(Estimator("[|\"SoftEntropy\"|]"), Words("estimator", "SoftEntropy"));

    [WrongCase]
    public Task AnUnderscoreInALabelSourceIsReported() => Reports(
        $"using Infoscope; [LabelSource([|\"my_labels\"|])] public sealed class Sample : ILabelSource {ContractCode.SourceBody}", Words("label source", "my_labels"));

    [WrongCase]
    public Task AQuantityWithASpaceIsReported() => Reports(
        ContractCode.Estimator("""[Estimator("sample", Citation = "c")] [Estimates([|"mutual information"|])]"""), Words("quantity", "mutual information"));

    [WrongCase]
    public Task OneLetterIsTooShort() => Reports(Estimator("[|\"a\"|]"), Words("estimator", "a"));

    [WrongCase]
    public Task AConstantIsReadWhereverItStands() => Reports(
        ContractCode.Estimator("[Estimator(id: [|Names.Id|], Citation = \"c\")]", "static class Names { public const string Id = \"-sample\"; }"), Words("estimator", "-sample"));

    [WrongCase]
    public Task NoTextIsNoId() => Reports(Estimator("[|null!|]"), Words("estimator", ""));

    [WrongCase]
    public Task TwoClassesOfOneIdAreReportedAtBoth() => Reports(
        ContractCode.Estimator("""[Estimator([|"sample"|], Citation = "c")]""", $"[Estimator([|\"sample\"|], Citation = \"c\")] public sealed class Second : IEstimator {ContractCode.Body}"),
        "'Sample' gives the estimator 'sample', which 'Second' gives as well; the host uses one of them, so rename or remove the other",
        "'Second' gives the estimator 'sample', which 'Sample' gives as well; the host uses one of them, so rename or remove the other");

    [RightCase]
    public Task WordsJoinedByHyphensAreRight() => IsQuiet(Estimator("\"soft-entropy-2\""));

    [RightCase]
    public Task TwoEstimatorsMayGiveOneQuantity() => IsQuiet(
        ContractCode.Estimator("""[Estimator("sample", Citation = "c")] [Estimates("entropy")]""", $"[Estimator(\"second\", Citation = \"c\")] [Estimates(\"entropy\")] public sealed class Second : IEstimator {ContractCode.Body}"));

    [RightCase]
    public Task AnEstimatorAndALabelSourceMayShareAnId() => IsQuiet(
        ContractCode.Estimator("""[Estimator("sample", Citation = "c")]""", $"[LabelSource(\"sample\")] public sealed class Second : ILabelSource {ContractCode.SourceBody}"));

    [RightCase]
    public Task AnAttributeOfThatNameFromElsewhereIsRight() => IsQuiet(
        "class EstimatorAttribute(string id) : Attribute { public string Id => id; } [Estimator(\"My Estimator\")] public sealed class Sample;");

    [Fact]
    public void AnIdStartsWithALetterAndHasTwoCharactersOrMore()
    {
        string[] right = ["ab", "a1", "soft-entropy", "ngram", "a-1", "x2-y-3z"];
        string[] wrong = ["", "a", "A", "Ab", "a_b", "a b", "-ab", "ab-", "a--b", "1a", "ab\n", "ä-b"];
        Assert.All(right, id => Assert.True(ContractNames.IsId(id)));
        Assert.All(wrong, id => Assert.False(ContractNames.IsId(id)));
    }

    private static string Estimator(string id) => ContractCode.Estimator($"[Estimator({id}, Citation = \"c\")]");

    private static string Words(string noun, string id) =>
        $"the {noun} has the id '{id}'; an id has at least two characters and is of lower-case letters and digits in words joined by hyphens, such as soft-entropy";
}
