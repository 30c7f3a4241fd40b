using Infoscope.Analyzers.Units;

namespace Infoscope.Analyzers.Tests.Units;

public sealed class InformationDoesNotCrossAPublicMemberAsADoubleTests : RuleTests<InformationDoesNotCrossAPublicMemberAsADouble>
{
    [WrongCase]
    public Task AReturnedEntropyIsReported() => Reports("public static class Bins { public static double [|Entropy|](int[] counts) => counts.Length; }", Message("Entropy", "double"));

    [WrongCase]
    public Task APropertyIsReported() => Reports("public sealed class Result { public double? [|MutualInformation|] { get; init; } }", Message("MutualInformation", "double?"));

    [WrongCase]
    public Task AFieldIsReported() => Reports("public class Result { protected float[] [|labelEntropies|] = []; }", Message("labelEntropies", "float[]"));

    [WrongCase]
    public Task AParameterIsReported() => Reports("public sealed class Sum { public void Add(double [|surprisalNats|], int rows) { } }", Message("surprisalNats", "double"));

    [WrongCase]
    public Task ACollectionIsReported() => Reports(
        "public interface IResult { IReadOnlyList<double> [|DivergenceOfLabels|] { get; } Task<double> [|EntropyNats|](); IReadOnlyDictionary<string, double> [|InformationByLabel|] { get; } }",
        Message("DivergenceOfLabels", "IReadOnlyList<double>"), Message("EntropyNats", "Task<double>"), Message("InformationByLabel", "IReadOnlyDictionary<string, double>"));

    [WrongCase]
    public Task ATupleOfNumbersIsReported() => Reports(
        "public static class Bins { public static (double Low, double High) [|RangeNats|](int points) => (0, points); public static (double Bits, int Rows) [|Of|](int points) => (0, points); }",
        Message("RangeNats", "(double Low, double High)"), Message("Of", "(double Bits, int Rows)"));

    [WrongCase]
    public Task APositionalMemberOfARecordIsReportedOnce() => Reports("public sealed record Result(double [|EntropyNats|], long Rows);", Message("EntropyNats", "double"));

    [WrongCase]
    public Task TheMemberOfAnInterfaceIsReportedAndItsImplementationIsNot() => Reports(
        "public interface ISum { double [|EntropyNats|] { get; } } public sealed class Sum : ISum { public double EntropyNats => 0; }", Message("EntropyNats", "double"));

    [WrongCase]
    public Task WhatAnInternalInterfaceAsksForIsReportedWhereItIsPublic() => Reports(
        "internal interface ISum { double EntropyNats { get; } } public sealed class Sum : ISum { public double [|EntropyNats|] => 0; }", Message("EntropyNats", "double"));

    [RightCase]
    public Task InformationIsRight() => IsQuiet("using Infoscope; public sealed class Result { public Information Entropy { get; init; } public IReadOnlyList<Information> LabelEntropies { get; init; } = []; }");

    [RightCase]
    public Task WhatIsInternalComputesInNats() => IsQuiet("internal static class Bins { public static double EntropyNats(int[] counts) => counts.Length; } public static class Others { internal static double Nats => 0; }");

    [RightCase]
    public Task AnOptionIsANumberByDesign() => IsQuiet("""using Infoscope; public sealed record Options { [Option("What differs by less is the same, in nats.")] public double ToleranceNats { get; init; } = 1e-6; }""");

    [RightCase]
    public Task ARatioHasNoUnit() => IsQuiet("public sealed class Result { public double NormalizedEntropy { get; init; } public double InformationRatio { get; init; } public double EntropyShare { get; init; } public double EntropyOrder { get; init; } }");

    [RightCase]
    public Task AWordWithinAWordIsAnother() => IsQuiet("public static class Bins { public static double Orbits(double nationsShort, double habits, double rabbits) => nationsShort; }");

    [RightCase]
    public Task WholeNumbersAndTextsAreRight() => IsQuiet("public static class Bins { public static int Bits(long informationRows) => 0; public const string EntropyName = \"H\"; public static Func<double, double> OfEntropy => x => x; }");

    [RightCase]
    public Task AnErrorBesideAnAmountIsRight() => IsQuiet("using Infoscope; public static class Bins { public static (Information Value, double Error) Entropy() => default; }");

    [RightCase]
    public Task WhatAForeignTypeAsksForIsRight() => IsQuiet("""
        public sealed class Writer : System.CodeDom.Compiler.IndentedTextWriter
        {
            public Writer(TextWriter to) : base(to) { }
            public override void Write(double entropyNats) { }
        }

        public sealed class Ordered : IComparer<double> { public int Compare(double entropyNats, double other) => 0; }
        """);

    [RightCase]
    public Task FishersInformationAndABregmanDivergenceAreNoNats() => IsQuiet("public static class Bins { public static double FisherInformation(int points) => points; public static double BregmanDivergence(double[] x) => x[0]; }");

    [RightCase]
    public Task CodeThatDoesNotKnowTheContractIsLeftAlone() => IsQuietWithoutTheContract("public static class Bins { public static double Entropy => 0; }");

    private static string Message(string name, string type) => $"'{name}' is information for others to read and of type {type}, which has no unit; make it Information, or internal";
}
