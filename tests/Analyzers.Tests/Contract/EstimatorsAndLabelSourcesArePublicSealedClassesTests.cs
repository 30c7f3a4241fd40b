using Infoscope.Analyzers.Contract;

namespace Infoscope.Analyzers.Tests.Contract;

public sealed class EstimatorsAndLabelSourcesArePublicSealedClassesTests : RuleTests<EstimatorsAndLabelSourcesArePublicSealedClasses>
{
    [WrongCase]
    public Task AnInternalClassIsReported() => Reports(Of("sealed class [|Sample|] : IEstimator"), Message("is not public"));

    [WrongCase]
    public Task AClassThatIsNotSealedIsReported() => Reports(Of("public class [|Sample|] : IEstimator"), Message("is not sealed"));

    [WrongCase]
    public Task EverythingThatIsMissingIsNamed() => Reports(
        Of("class [|Sample|](int bins) : IEstimator"), Message("is not public and is not sealed and has no public constructor without arguments"));

    [WrongCase]
    public Task AnAbstractClassIsReported() => Reports(Of("public abstract class [|Sample|] : IEstimator"), Message("is abstract or static"));

    [WrongCase]
    public Task AClassWithTypeParametersIsReported() => Reports(Of("public sealed class [|Sample|]<T> : IEstimator"), Message("has type parameters"));

    [WrongCase]
    public Task AClassInAnInternalOneIsReported() => Reports(
        $$"""using Infoscope; static class Outer { [Estimator("sample", Citation = "c")] public sealed class [|Sample|] : IEstimator {{ContractCode.Body}} }""", Message("is not public"));

    [WrongCase]
    public Task AClassThatIsNoEstimatorIsReported() => Reports(
        """using Infoscope; [Estimator("sample", Citation = "c")] public sealed class [|Sample|] { }""", Message("does not implement IEstimator"));

    [WrongCase]
    public Task ALabelSourceThatIsAnEstimatorIsReported() => Reports(
        $$"""using Infoscope; [LabelSource("sample")] public sealed class [|Sample|] : IEstimator {{ContractCode.Body}}""",
        "'Sample' does not implement ILabelSource; a label source is a public sealed class with a public constructor without arguments that implements ILabelSource");

    [RightCase]
    public Task APublicSealedClassIsRight() => IsQuiet(Of("public sealed class Sample : IEstimator"));

    [RightCase]
    public Task APublicClassInAPublicOneIsRight() => IsQuiet(
        $$"""using Infoscope; public static class Outer { [Estimator("sample", Citation = "c")] public sealed class Sample : IEstimator {{ContractCode.Body}} }""");

    [RightCase]
    public Task WhatABaseClassImplementsIsImplemented() => IsQuiet(
        $$"""using Infoscope; public abstract class Base : IEstimator {{ContractCode.Body}} [Estimator("sample", Citation = "c")] public sealed class Sample : Base;""");

    [RightCase]
    public Task AConstructorWithArgumentsBesideOneWithoutIsRight() => IsQuiet(
        """
        using Infoscope;
        [LabelSource("sample")]
        public sealed class Sample(int bins) : ILabelSource { public Sample() : this(30) { } public LabelSet Derive(LabelRequest request) => throw new NotSupportedException($"{bins}"); }
        """);

    [RightCase]
    public Task AClassWithoutTheAttributeIsLeftAlone() => IsQuiet($"using Infoscope; class Sample(int bins) : IEstimator {ContractCode.Body}");

    [Fact]
    public Task AnInternalClassBecomesPublicAndSealed() => Fixes<EstimatorsAndLabelSourcesArePublicSealedClassesFix>(
        Of("/* a comment */ internal class Sample : IEstimator"), Of("/* a comment */ public sealed class Sample : IEstimator"));

    [Fact]
    public Task AClassWithoutModifiersBecomesPublicAndSealed() => Fixes<EstimatorsAndLabelSourcesArePublicSealedClassesFix>(
        Of("class Sample : IEstimator"), Of("public sealed class Sample : IEstimator"));

    [Fact]
    public Task ModifiersArePutInOrder() => Fixes<EstimatorsAndLabelSourcesArePublicSealedClassesFix>(
        """using Infoscope; class Base { public int Derive() => 1; } """ + Source("sealed internal class Sample : ILabelSource"),
        """using Infoscope; class Base { public int Derive() => 1; } """ + Source("public sealed class Sample : ILabelSource"));

    [Fact]
    public Task AMissingConstructorHasNoCertainFix() => OffersNoFix<EstimatorsAndLabelSourcesArePublicSealedClassesFix>(Of("class Sample(int bins) : IEstimator"));

    [Fact]
    public Task AClassThatAnotherDerivesFromIsNotSealed() => OffersNoFix<EstimatorsAndLabelSourcesArePublicSealedClassesFix>(
        Of("public class Sample : IEstimator") + " public sealed class Derived : Sample;");

    [Fact]
    public Task AClassThatShowsAnInternalTypeIsNotMadePublic() => OffersNoFix<EstimatorsAndLabelSourcesArePublicSealedClassesFix>(
        $$"""using Infoscope; class Base; [Estimator("sample", Citation = "c")] sealed class Sample : Base, IEstimator {{ContractCode.Body}}""");

    [Fact]
    public Task OnePartOfAClassIsNotChangedWithoutTheOthers() => OffersNoFix<EstimatorsAndLabelSourcesArePublicSealedClassesFix>(Of("partial class Sample : IEstimator"));

    private static string Of(string declaration) => $"using Infoscope;\n[Estimator(\"sample\", Citation = \"c\")]\n{declaration} {ContractCode.Body}";

    private static string Source(string declaration) => $"[LabelSource(\"sample\")] {declaration} {ContractCode.SourceBody}";

    private static string Message(string problem) => $"'Sample' {problem}; an estimator is a public sealed class with a public constructor without arguments that implements IEstimator";
}
