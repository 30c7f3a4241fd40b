using Infoscope.Analyzers.Contract;

namespace Infoscope.Analyzers.Tests.Contract;

public sealed class AnEstimatorNamesAtLeastOneQuantityEachOnceTests : RuleTests<AnEstimatorNamesAtLeastOneQuantityEachOnce>
{
    private const string None = "'Sample' names no quantity; add [Estimates(\"...\")] for each quantity that it gives";

    [WrongCase]
    public Task AnEstimatorWithoutAQuantityIsReported() => Reports(ContractCode.Estimator("""[Estimator("sample", Citation = "c")]""").Replace("class Sample", "class [|Sample|]", StringComparison.Ordinal), None);

    [WrongCase]
    public Task QuantitiesAreNotInherited() => Reports(
        $"using Infoscope; [Estimates(\"entropy\")] public abstract class Base : IEstimator {ContractCode.Body} [Estimator(\"sample\", Citation = \"c\")] public sealed class [|Sample|] : Base;", None);

    [WrongCase]
    public Task ASecondTimeIsReported() => Reports(
        ContractCode.Estimator("""[Estimator("sample", Citation = "c")] [Estimates("entropy")] [[|Estimates("entropy")|]]"""), "'Sample' names the quantity 'entropy' twice; once is enough");

    [WrongCase]
    public Task AConstantAndATextAreOneQuantity() => Reports(
        ContractCode.Estimator("[Estimator(\"sample\", Citation = \"c\")] [Estimates(\"entropy\"), [|Estimates(Names.Entropy)|]]", "static class Names { public const string Entropy = \"entropy\"; }"),
        "'Sample' names the quantity 'entropy' twice; once is enough");

    [RightCase]
    public Task OneQuantityIsRight() => IsQuiet(ContractCode.Estimator("""[Estimator("sample", Citation = "c")] [Estimates("entropy")]"""));

    [RightCase]
    public Task SeveralQuantitiesAreRight() => IsQuiet(ContractCode.Estimator("""[Estimator("sample", Citation = "c")] [Estimates("entropy"), Estimates("mutual-information")]"""));

    [RightCase]
    public Task ALabelSourceNamesNone() => IsQuiet($"using Infoscope; [LabelSource(\"sample\")] public sealed class Sample : ILabelSource {ContractCode.SourceBody}");

    [RightCase]
    public Task AClassThatIsNoEstimatorNamesNone() => IsQuiet($"using Infoscope; public sealed class Sample : IEstimator {ContractCode.Body}");
}
