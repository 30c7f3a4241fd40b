using Infoscope.Analyzers.Contract;
using Microsoft.CodeAnalysis;

namespace Infoscope.Analyzers.Tests.Contract;

public sealed class AnOptionCanBeSetTests : RuleTests<AnOptionCanBeSet>
{
    [WrongCase]
    public Task APropertyWithoutASetterIsReported() => Reports(
        ContractCode.Options("[Option(\"bins\")] public bool [|Bins|] { get; } = true; [Option(\"rows\")] public bool [|Rows|] => true;"),
        "The option 'Bins' cannot be set; give it an init or set accessor",
        "The option 'Rows' cannot be set; give it an init or set accessor");

    [WrongCase]
    public Task APropertyThatCannotBeReadIsReported() => Reports(
        ContractCode.Options("[Option(\"bins\")] public bool [|Bins|] { init { } }"), "The option 'Bins' cannot be read; give it a get accessor and no parameters");

    [WrongCase]
    public Task APropertyThatTheHostDoesNotSeeIsReported() => Reports(
        ContractCode.Options("[Option(\"bins\")] internal bool [|Bins|] { get; init; } [Option(\"rows\")] public static bool [|Rows|] { get; set; }"),
        "'Bins' is not public, so the host does not see the option; options are public properties of an instance",
        "'Rows' is static, so the host does not see the option; options are public properties of an instance");

    [WrongCase]
    public Task ATypeThatNoTextIsReadAsIsReported() => Reports(
        ContractCode.Options("[Option(\"bins\")] public float [|Bins|] { get; init; } [Option(\"rows\")] public int[] [|Rows|] { get; init; } = [];"),
        Type("Bins", "float"), Type("Rows", "int[]"));

    [WrongCase]
    public Task TwoOptionsOfOneNameAreReported() => Reports(
        ContractCode.Options("[Option(\"a\")] public bool [|UseGpu|] { get; init; } [Option(\"b\")] public bool [|UseGPU|] { get; init; }"),
        "The option 'UseGpu' has the name 'use-gpu', and so has 'UseGPU'; rename one",
        "The option 'UseGPU' has the name 'use-gpu', and so has 'UseGpu'; rename one");

    [WrongCase]
    public Task ADefaultOutsideTheRangeIsReported() => Reports(
        ContractCode.Options("[Option(\"bins\", Minimum = 2, Maximum = 9)] public int Bins { get; init; } = [|1|]; [Option(\"share\", Maximum = 1)] public double? Share { get; init; } = [|2|]; [Option(\"rows\", Minimum = 1)] public long [|Rows|] { get; init; }"),
        "The option 'Bins' is 1 by default, which a user could not set: it is outside 2 to 9",
        "The option 'Share' is 2 by default, which a user could not set: it is outside -Infinity to 1",
        "The option 'Rows' is 0 by default, which a user could not set: it is outside 1 to Infinity");

    [WrongCase]
    public Task ARangeWithoutANumberIsReported() => Reports(
        ContractCode.Options("[Option(\"bins\", Minimum = 9, Maximum = 2)] public int [|Bins|] { get; init; } = 3;"), "The option 'Bins' allows no number: its Minimum is not below its Maximum");

    [WrongCase]
    public Task ARecordThatCannotBeMadeIsReported() => Reports(
        ContractCode.Estimator(
            """[Estimator("sample", Citation = "c", Options = [|typeof(SampleOptions)|])] [Estimates("entropy")]""", """public sealed record SampleOptions([property: Option("centre")] bool Centre);"""),
        "The options 'SampleOptions' cannot be made; they are a class or record that is not abstract and has a public constructor without arguments, with a default for every property");

    [WrongCase]
    public Task OptionsThatNoEstimatorNamesAreReported() => Reports(
        ContractCode.Estimator("""[Estimator("sample", Citation = "c")] [Estimates("entropy")]""", """public sealed record [|SampleOptions|] { [Option("centre")] public bool Centre { get; init; } }"""),
        "No [Estimator] names 'SampleOptions' as its Options, so its options cannot be set; write Options = typeof(SampleOptions)");

    [RightCase]
    public Task EveryTypeOfAnOptionIsRight() => IsQuiet(ContractCode.Options(
        """
        [Option("a")] public int A { get; init; } [Option("b")] public long? B { get; set; } [Option("c")] public double C { get; private set; } [Option("d")] public bool? D { get; init; }
        [Option("e")] public string E { get; init; } = ""; [Option("f")] public string? F { get; init; } [Option("g")] public DayOfWeek G { get; init; } [Option("h")] public DayOfWeek? H { get; init; }
        [Option("i")] public NumericArray? I { get; init; }
        """));

    [RightCase]
    public Task ADefaultWithinItsRangeIsRight() => IsQuiet(ContractCode.Options(
        "const int Few = 2; [Option(\"bins\", Minimum = 2)] public int Bins { get; init; } = Few; [Option(\"share\", Minimum = 0, Maximum = 1)] public double Share { get; init; } [Option(\"rows\", Minimum = 1)] public int? Rows { get; init; }"));

    [RightCase]
    public Task WhatAConstructorSetsIsNotKnownHere() => IsQuiet(ContractCode.Options("public SampleOptions() => Bins = 3; [Option(\"bins\", Minimum = 2)] public int Bins { get; init; }"));

    [RightCase]
    public Task OptionsOfABaseRecordAreNamedByTheDerived() => IsQuiet(ContractCode.Estimator(
        """[Estimator("sample", Citation = "c", Options = typeof(SampleOptions))] [Estimates("entropy")]""",
        """public abstract record Shared { [Option("centre")] public bool Centre { get; init; } } public sealed record SampleOptions : Shared;"""));

    [RightCase]
    public Task OptionsInAProjectWithoutAnEstimatorAreRight() => IsQuiet("""using Infoscope; public sealed record SharedOptions { [Option("centre")] public bool Centre { get; init; } }""");

    [RightCase]
    public Task APropertyThatIsNoOptionNeedsNoSetter() => IsQuiet(ContractCode.Options("[Option(\"bins\")] public bool Bins { get; init; } public int[] Cells => [];"));

    [Fact]
    public async Task WhereTheHostWouldThrowItIsAnError()
    {
        Assert.Equal(DiagnosticSeverity.Error, await SeverityOf("[Option(\"bins\")] public bool Bins { get; }"));
        Assert.Equal(DiagnosticSeverity.Error, await SeverityOf("[Option(\"bins\")] public float Bins { get; init; }"));
        Assert.Equal(DiagnosticSeverity.Warning, await SeverityOf("[Option(\"bins\")] internal bool Bins { get; init; }"));
        Assert.Equal(DiagnosticSeverity.Warning, await SeverityOf("[Option(\"bins\", Minimum = 1)] public int Bins { get; init; }"));
    }

    private static async Task<DiagnosticSeverity> SeverityOf(string members) =>
        Assert.Single(await PluginCode.Analyze(PluginCode.Compile(ContractCode.Options(members)), new AnOptionCanBeSet())).Severity;

    private static string Type(string name, string type) =>
        $"The option '{name}' has the type {type}, which an option cannot have; allowed are int, long, double, bool, string, an enum, NumericArray, or a nullable one of these";
}
