using Infoscope.Analyzers.Contract;

namespace Infoscope.Analyzers.Tests.Contract;

public sealed class EstimatorsAndLabelSourcesCarryTheirAttributeTests : RuleTests<EstimatorsAndLabelSourcesCarryTheirAttribute>
{
    private const string EstimatorMessage =
        "'Sample' implements IEstimator without [Estimator], so no host finds it, and nothing here uses it; give it [Estimator(\"...\", Summary = \"...\", Citation = \"...\")] and [Estimates(\"...\")] for each quantity";

    private const string SourceMessage =
        "'Sample' implements ILabelSource without [LabelSource], so no host finds it, and nothing here uses it; give it [LabelSource(\"...\", Summary = \"...\")]";

    [WrongCase]
    public Task AnEstimatorWithoutItsAttributeIsReported() => Reports($"using Infoscope; public sealed class [|Sample|] : IEstimator {ContractCode.Body}", EstimatorMessage);

    [WrongCase]
    public Task AnInternalEstimatorIsReported() => Reports($"using Infoscope; class [|Sample|] : IEstimator {ContractCode.Body}", EstimatorMessage);

    [WrongCase]
    public Task ALabelSourceWithoutItsAttributeIsReported() => Reports($"using Infoscope; public sealed class [|Sample|] : ILabelSource {ContractCode.SourceBody}", SourceMessage);

    [WrongCase]
    public Task QuantitiesAloneDoNotMakeAnEstimator() => Reports($"using Infoscope; [Estimates(\"entropy\")] public sealed class [|Sample|] : IEstimator {ContractCode.Body}", EstimatorMessage);

    [WrongCase]
    public Task ClassesInAnotherAreReported() => Reports($$"""using Infoscope; public static class Outer { public sealed class [|Sample|] : IEstimator {{ContractCode.Body}} }""", EstimatorMessage);

    [RightCase]
    public Task AClassWithItsAttributeIsRight() => IsQuiet($"using Infoscope; [Estimator(\"sample\", Citation = \"c\")] public sealed class Sample : IEstimator {ContractCode.Body}");

    [RightCase]
    public Task ADecoratorMadeWithAnotherEstimatorIsRight() => IsQuiet(
        "using Infoscope; sealed class Timed(IEstimator inner) : IEstimator { public InputRequirements Requires(OptionValues options) => inner.Requires(options); public IEstimation Begin(EstimationContext context) => inner.Begin(context); }");

    [RightCase]
    public Task ABaseClassOfAnEstimatorIsRight() => IsQuiet(
        $"using Infoscope; public class Base : IEstimator {ContractCode.Body} [Estimator(\"sample\", Citation = \"c\")] public sealed class Sample : Base;");

    [RightCase]
    public Task APartThatAnotherClassMakesIsRight() => IsQuiet(
        $$"""using Infoscope; class Inner : IEstimator {{ContractCode.Body}} static class Parts { static IEstimator One => new Inner(); }""");

    [RightCase]
    public Task APrivateHelperIsRight() => IsQuiet($$"""using Infoscope; static class Outer { private sealed class Nothing : IEstimator {{ContractCode.Body}} }""");

    [RightCase]
    public Task AClassThatOnlyItselfMakesIsRight() => IsQuiet(
        "using Infoscope; sealed class Nothing : ILabelSource { private Nothing() { } public static Nothing Instance { get; } = new(); public LabelSet Derive(LabelRequest request) => throw new NotSupportedException(); }");

    [RightCase]
    public Task AnAbstractClassIsRight() => IsQuiet($"using Infoscope; public abstract class Base : IEstimator {ContractCode.Body}");
}
