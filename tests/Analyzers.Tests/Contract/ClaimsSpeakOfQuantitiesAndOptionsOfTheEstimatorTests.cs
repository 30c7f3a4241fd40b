using Infoscope.Analyzers.Contract;

namespace Infoscope.Analyzers.Tests.Contract;

public sealed class ClaimsSpeakOfQuantitiesAndOptionsOfTheEstimatorTests : RuleTests<ClaimsSpeakOfQuantitiesAndOptionsOfTheEstimator>
{
    private const string Options = """
        public enum Grid { MinMax, Fixed }
        [Option("bins", Minimum = 2, Maximum = 9)] public int Bins { get; init; } = 3;
        [Option("grid")] public Grid GridRule { get; init; }
        [Option("bandwidth", Allowed = "median | a number above 0")] public string Bandwidth { get; init; } = "median";
        """;

    [WrongCase]
    public Task AQuantityThatIsNotDeclaredIsReported() => Reports(
        ContractCode.Claiming("[Claims(Law.Isometry, Exactness.Exact, Quantity = [|\"entropies\"|])]"),
        "Isometry is spoken of for 'entropies', which is no quantity that 'Sample' declares; it declares entropy, mutual-information");

    [WrongCase]
    public Task ADisclaimerOfSuchAQuantityIsReported() => Reports(
        ContractCode.Claiming("[DoesNotClaim(Law.Isometry, Because = \"r\", Quantity = [|\"null-bias\"|])]"),
        "Isometry is spoken of for 'null-bias', which is no quantity that 'Sample' declares; it declares entropy, mutual-information");

    [WrongCase]
    public Task ALawAboutNoneOfTheQuantitiesIsReported() => Reports(
        ContractCode.Claiming("[[|Claims(Law.JsdRange, Exactness.Exact)|]]"),
        "JsdRange is about disentanglement and disentanglement-uniform, which 'Sample' does not give; say with Quantity what it holds for, or remove the claim");

    [WrongCase]
    public Task ALawOfInformationNeedsInformation() => Reports(
        ContractCode.Estimator("""[Estimator("sample", Summary = "s", Citation = "c")] [Estimates("entropy")] [[|Claims(Law.NonNegative, Exactness.Exact)|]]"""),
        "NonNegative is about mutual-information and quantities whose id begins so, which 'Sample' does not give; say with Quantity what it holds for, or remove the claim");

    [WrongCase]
    public Task AnOptionThatIsNotThereIsReported() => Reports(
        ContractCode.Claiming("[Claims(Law.Isometry, Exactness.Exact, When = [|\"bin=2\"|])]", Options), "When names the option 'bin', which the estimator does not have; it has bins, grid-rule, bandwidth");

    [WrongCase]
    public Task AnOptionOfAnEstimatorWithoutOptionsIsReported() => Reports(
        ContractCode.Claiming("[VerifyWith([|\"bins=2\"|])]"), "VerifyWith names the option 'bins', and the estimator has no options");

    [WrongCase]
    public Task AValueThatTheOptionDoesNotHaveIsReported() => Reports(
        ContractCode.Claiming("[Claims(Law.Isometry, Exactness.Exact, When = [|\"grid-rule=MinMax\"|])] [VerifyWith([|\"bins=10\"|])] [VerifyWith([|\"bins=few\"|])]", Options),
        "When sets grid-rule to 'MinMax'; allowed is min-max | fixed",
        "VerifyWith sets bins to '10'; allowed is a whole number from 2 to 9",
        "VerifyWith sets bins to 'few'; allowed is a whole number from 2 to 9");

    [WrongCase]
    public Task APartWithoutAnEqualsSignIsReported() => Reports(
        ContractCode.Claiming("[Claims(Law.Isometry, Exactness.Exact, When = [|\"bins\"|])] [VerifyWith([|\"\"|])] [VerifyWith([|\"bins=2,bins=3\"|])]", Options),
        "When has the part 'bins', which is not option=value",
        "VerifyWith names no option; write option=value, several joined by commas",
        "VerifyWith names the option 'bins' twice");

    [RightCase]
    public Task ALawAboutEveryQuantityIsRight() => IsQuiet(ContractCode.Claiming("[Claims(Law.Isometry, Exactness.Exact)]"));

    [RightCase]
    public Task ALawIsAboutAQuantityThatAClaimNamesForIt() => IsQuiet(
        ContractCode.Claiming("[Claims(Law.JsdRange, Exactness.Exact, Quantity = \"entropy\")] [Claims(Law.JsdRange, Exactness.Statistical)]"));

    [RightCase]
    public Task AVariantOfInformationIsInformation() => IsQuiet(
        ContractCode.Estimator("""[Estimator("sample", Summary = "s", Citation = "c")] [Estimates("mutual-information-corrected")] [Claims(Law.NonNegative, Exactness.Exact)]"""));

    [RightCase]
    public Task OptionsThatAreThereAreRight() => IsQuiet(
        ContractCode.Claiming("[Claims(Law.Isometry, Exactness.Exact, When = \"grid-rule=min-max, bins=2\")] [VerifyWith(\"bandwidth=0.5\")] [VerifyWith(\"bins=9,\")]", Options));

    [RightCase]
    public Task InheritedOptionsAreRight() => IsQuiet(ContractCode.Estimator(
        """[Estimator("sample", Summary = "s", Citation = "c", Options = typeof(SampleOptions))] [Estimates("entropy")] [VerifyWith("centre=true")]""",
        """public abstract record Shared { [Option("centre")] public bool Centre { get; init; } } public sealed record SampleOptions : Shared;"""));

    [RightCase]
    public Task DisclaimingWhatIsNotGivenIsRight() => IsQuiet(ContractCode.Claiming("[DoesNotClaim(Law.JsdRange, Because = \"r\")]"));

    [Fact]
    public void OptionsAreNamedAsTheContractNamesThem()
    {
        string[] names = ["Anchors", "AnchorsFile", "UseGPU", "GPUMemory", "X", "aB", "PlugIn", "Order2Rows", "ÄndereÖl", "A_B"];
        Assert.All(names, name => Assert.Equal(OptionValues.KebabCase(name), ContractNames.KebabCase(name)));
    }
}
