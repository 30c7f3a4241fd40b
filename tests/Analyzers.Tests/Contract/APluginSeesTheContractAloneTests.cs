using System.Collections.Immutable;
using Infoscope.Analyzers.Contract;
using Microsoft.CodeAnalysis;

namespace Infoscope.Analyzers.Tests.Contract;

public sealed class APluginSeesTheContractAloneTests : RuleTests<APluginSeesTheContractAlone>
{
    private const string Declared = """[Estimator("sample", Summary = "s", Citation = "c")] [Estimates("entropy")]""";

    // A package is whatever lies outside the folder of .NET; this one is at hand.
    private static readonly ImmutableArray<MetadataReference> Package = [MetadataReference.CreateFromFile(typeof(Assert).Assembly.Location)];

    private static readonly ImmutableArray<MetadataReference> Host = [PluginCode.OfHost];

    [WrongCase]
    public Task ATypeOfTheHostIsReported() => Reports(
        Host, ContractCode.Estimator(Declared, "static class Files { static object Open(string path) => Infoscope.Formats.[|ArrayFile|].Open(path); }"), OfHost("ArrayFile"));

    [WrongCase]
    public Task EveryUseIsReported() => Reports(
        Host,
        "using Infoscope.Formats;\nusing Files = Infoscope.Formats.[|ArrayFile|];\n" + ContractCode.Estimator(Declared, "static class Reading { static [|StoredFile|] Open(string path) { var file = [|Files|].Open(path); return file; } }"),
        OfHost("ArrayFile"),
        OfHost("StoredFile"),
        OfHost("ArrayFile"));

    [WrongCase]
    public Task APublicMemberOfAnEstimatorWithATypeOfAPackageIsReported() => Reports(
        Package,
        $$"""using Infoscope; {{Declared}} public sealed class Sample : IEstimator { public static Xunit.Sdk.XunitException? [|Last|] { get; set; } public InputRequirements Requires(OptionValues options) => new(); public IEstimation Begin(EstimationContext context) => throw new NotSupportedException(); }""",
        OfPackage("Sample.Last"));

    [WrongCase]
    public Task ATypeOfAPackageInAListOfAnOptionsRecordIsReported() => Reports(
        Package,
        ContractCode.Options("""[Option("centre")] public bool Centre { get; init; } public void [|Add|](List<Xunit.Sdk.XunitException[]> errors) { }"""),
        OfPackage("SampleOptions.Add"));

    [WrongCase]
    public Task APublicFieldOfALabelSourceIsReported() => Reports(
        Package,
        """using Infoscope; [LabelSource("sample", Summary = "s")] public sealed class Sample : ILabelSource { public readonly Xunit.Sdk.XunitException? [|Last|] = null; public LabelSet Derive(LabelRequest request) => throw new NotSupportedException(); }""",
        OfPackage("Sample.Last"));

    [WrongCase]
    public Task ATypeOfAnotherProjectOfTheSolutionIsReported() => Reports(
        [PluginCode.Compile("public sealed class Grid;").WithAssemblyName("Shared").ToMetadataReference()],
        ContractCode.Options("""[Option("centre")] public bool Centre { get; init; } public Grid? [|Cells|] { get; init; }"""),
        "'SampleOptions.Cells' is public and has 'Grid' of Shared in its signature; the host does not know that package, so make the member internal or use a type of .NET or the contract");

    [RightCase]
    public Task TheContractIsRightAndSoIsItsNamespaceForComputing() => IsQuiet(
        Host, ContractCode.Estimator(Declared, "static class Products { static double Of(Infoscope.Compute.Matrix matrix) => matrix.Rows; }"));

    [RightCase]
    public Task AProjectThatDeclaresNothingMaySeeTheHost() => IsQuiet(
        Host, $"using Infoscope; sealed class Double : IEstimator {ContractCode.Body} static class Files {{ static object Open(string path) => Infoscope.Formats.ArrayFile.Open(path); }}");

    [RightCase]
    public Task APackageInsideIsThePluginsOwn() => IsQuiet(
        Package,
        """
        using Infoscope;
        [LabelSource("sample", Summary = "s")]
        public sealed class Sample : ILabelSource
        {
            internal Xunit.Sdk.XunitException? Last { get; private set; }

            public LabelSet Derive(LabelRequest request) => throw (Last = new Xunit.Sdk.XunitException("m"));
        }
        """);

    [RightCase]
    public Task APackageInAPublicHelperIsRight() => IsQuiet(Package, ContractCode.Estimator(Declared, "public static class Helper { public static Xunit.Sdk.XunitException? Last => null; }"));

    [RightCase]
    public Task TypesOfDotNetAndOfThisProjectAreRight() => IsQuiet(
        Package, ContractCode.Options("""[Option("grid")] public Grid? Grid { get; init; } public System.Text.Json.JsonDocument? Json() => null; public System.Collections.Immutable.ImmutableArray<(Grid, int[])> Cells => [];""") + "public enum Grid { A }");

    private static string OfHost(string type) => $"'{type}' is of Infoscope.Formats, which the host keeps to itself; a plugin shares Infoscope.Abstractions with it and nothing else";

    private static string OfPackage(string member) =>
        $"'{member}' is public and has 'XunitException' of xunit.assert in its signature; the host does not know that package, so make the member internal or use a type of .NET or the contract";
}
