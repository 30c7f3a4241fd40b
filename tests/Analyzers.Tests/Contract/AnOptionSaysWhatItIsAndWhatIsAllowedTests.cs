using Infoscope.Analyzers.Contract;

namespace Infoscope.Analyzers.Tests.Contract;

public sealed class AnOptionSaysWhatItIsAndWhatIsAllowedTests : RuleTests<AnOptionSaysWhatItIsAndWhatIsAllowed>
{
    [WrongCase]
    public Task AnEmptyTextIsReported() => Reports(
        ContractCode.Options("[Option([|\" \"|])] public bool UnitRows { get; init; }"), "The option 'unit-rows' does not say what it is; say it in one sentence");

    [WrongCase]
    public Task AWholeNumberWithoutARangeIsReported() => Reports(ContractCode.Options("[[|Option(\"bins\")|]] public int Bins { get; init; }"), Number("bins"));

    [WrongCase]
    public Task ANumberThatMayBeLeftOutIsReported() => Reports(
        ContractCode.Options("[[|Option(\"bandwidth\")|]] public double? Bandwidth { get; init; } [[|Option(\"rows\")|]] public long MaximumRows { get; init; }"), Number("bandwidth"), Number("maximum-rows"));

    [WrongCase]
    public Task ATextWithoutAnythingAllowedIsReported() => Reports(
        ContractCode.Options("[[|Option(\"range\")|]] public string Range { get; init; } = \"\";"), "The option 'range' does not say which texts are allowed; set Allowed to what they are in words");

    [WrongCase]
    public Task AnEmptyAllowedSaysNothing() => Reports(ContractCode.Options("[[|Option(\"bins\", Allowed = \"\")|]] public int Bins { get; init; }"), Number("bins"));

    [RightCase]
    public Task OneBoundIsRight() => IsQuiet(ContractCode.Options("[Option(\"bins\", Minimum = 2)] public int Bins { get; init; } = 2; [Option(\"share\", Maximum = 1)] public double? Share { get; init; }"));

    [RightCase]
    public Task WordsAreRight() => IsQuiet(ContractCode.Options(
        "[Option(\"time\", Allowed = \"a number above 0\")] public double Time { get; init; } = 1; [Option(\"range\", Allowed = \"A..B\")] public string Range { get; init; } = \"0..1\";"));

    [RightCase]
    public Task AnyNumberIsRightWhereItIsSaid() => IsQuiet(ContractCode.Options(
        "[Option(\"offset\", Allowed = \"any number\")] public double Offset { get; init; } [Option(\"shift\", Minimum = double.NegativeInfinity)] public double Shift { get; init; }"));

    [RightCase]
    public Task WhatSaysItselfWhatIsAllowedIsRight() => IsQuiet(ContractCode.Options(
        "[Option(\"centre\")] public bool Centre { get; init; } [Option(\"grid\")] public DayOfWeek? Grid { get; init; } [Option(\"anchors\")] public NumericArray? Anchors { get; init; }"));

    [RightCase]
    public Task APropertyThatIsNoOptionIsLeftAlone() => IsQuiet(ContractCode.Options("public int Cells { get; init; }"));

    private static string Number(string name) => $"The option '{name}' does not say which numbers are allowed; set Minimum, Maximum or both, or Allowed = \"any number\" where any is";
}
