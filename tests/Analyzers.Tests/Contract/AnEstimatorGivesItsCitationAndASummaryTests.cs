using Infoscope.Analyzers.Contract;

namespace Infoscope.Analyzers.Tests.Contract;

public sealed class AnEstimatorGivesItsCitationAndASummaryTests : RuleTests<AnEstimatorGivesItsCitationAndASummary>
{
    private const string NoSummary = "'Sample' has no Summary; say in one sentence what it gives, which is what a listing shows";
    private const string NoCitation = "'Sample' has no Citation; name the paper that it follows, or say that there is none";

    [WrongCase]
    public Task AMissingSummaryIsReported() => Reports(ContractCode.Estimator("""[[|Estimator("sample", Citation = "c")|]]"""), NoSummary);

    [WrongCase]
    public Task AnEmptySummaryIsReported() => Reports(ContractCode.Estimator("""[Estimator("sample", Summary = [|""|], Citation = "c")]"""), NoSummary);

    [WrongCase]
    public Task ACitationOfSpacesIsReported() => Reports(ContractCode.Estimator("""[Estimator("sample", Summary = "s", Citation = [|"  "|])]"""), NoCitation);

    [WrongCase]
    public Task BothAreReported() => Reports(ContractCode.Estimator("""[[|Estimator("sample", Citation = [|""|])|]]"""), NoSummary, NoCitation);

    [WrongCase]
    public Task ALabelSourceWithoutASummaryIsReported() => Reports($"using Infoscope; [[|LabelSource(\"sample\")|]] public sealed class Sample : ILabelSource {ContractCode.SourceBody}", NoSummary);

    [RightCase]
    public Task BothBeingThereIsRight() => IsQuiet(ContractCode.Estimator("""[Estimator("sample", Summary = "s", Citation = "c")]"""));

    [RightCase]
    public Task SayingThatThereIsNoPaperIsRight() => IsQuiet(ContractCode.Estimator("""[Estimator("sample", Summary = "s", Citation = "none: a baseline")]"""));

    [RightCase]
    public Task ALabelSourceNeedsNoCitation() => IsQuiet($"using Infoscope; [LabelSource(\"sample\", Summary = \"s\")] public sealed class Sample : ILabelSource {ContractCode.SourceBody}");

    [RightCase]
    public Task AConstantIsRight() => IsQuiet(ContractCode.Estimator("""[Estimator("sample", Summary = Texts.Summary, Citation = "c")]""", "static class Texts { public const string Summary = \"s\"; }"));
}
