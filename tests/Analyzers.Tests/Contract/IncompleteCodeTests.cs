using Microsoft.CodeAnalysis.Diagnostics;

namespace Infoscope.Analyzers.Tests.Contract;

/// <summary>Rules run while people type: on code that does not compile they may be wrong, and never throw.</summary>
public sealed class IncompleteCodeTests
{
    // Prime, so that cuts fall at every place of a word.
    private const int Step = 29;

    private static readonly string Whole = ContractCode.Claiming(
        """
        [Claims(Law.NonNegative, Exactness.Exact, Quantity = "entropy", When = "bins=2,grid=monday")] [DoesNotClaim(Law.Isometry, Because = "r", Quantity = "entropy")]
        [Claims(Law.DeclaredCeiling, Exactness.Exact)] [VerifyWith("bins=3")]
        """,
        """[Option("bins", Minimum = 2, Allowed = "a number")] public int? Bins { get; init; } = 30; [Option("grid")] public DayOfWeek Grid { get; init; }""")
        + "[LabelSource(\"source\", Summary = \"s\")] public sealed class Source : ILabelSource { public LabelSet Derive(LabelRequest request) => null!; }";

    [Fact]
    public Task TheWholeTextLacksACeilingAlone() => Runs(Whole, "ISC2008");

    [Fact]
    public async Task NoRuleThrowsWhereTheTextEndsEarly()
    {
        for (var length = 0; length < Whole.Length; length += Step) await Runs(Whole[..length]);
    }

    [Theory]
    [InlineData("[Estimator] public sealed class Sample;")]
    [InlineData("[Estimator()] [Estimates] [Claims] [DoesNotClaim] [VerifyWith] public sealed class Sample : IEstimator;")]
    [InlineData("[Estimator(Nowhere.Id, Citation = Nowhere.Text, Summary = 3, Options = typeof(Nowhere))] [Estimates(1)] public sealed class Sample : Nowhere;")]
    [InlineData("[Estimator(null!, Citation = null!, Summary = null!, Options = null)] [Estimates(null!)] [VerifyWith(null!)] public sealed class Sample : IEstimator;")]
    [InlineData("[Estimator(\"a\" + Missing, \"b\", Options = typeof(System.Collections.Generic.List<>))] [Claims((Law)999, (Exactness)(-1), Quantity = null, When = null)] public class Sample : IEstimator;")]
    [InlineData("[Estimator(\"sample\", Options = typeof(int[]))] [Claims(Law.Nothing, Exactness.Exact)] [Claims(Law.Isometry)] [DoesNotClaim(Law.Isometry)] public sealed class Sample : IEstimator;")]
    [InlineData("[Estimator(\"sample\", Options = typeof(O))] [VerifyWith(\"x=1\")] public sealed class Sample : IEstimator; class O : O { [Option] public Missing X { get; } [Option(\"y\", Minimum = \"2\")] public int Y = 3; }")]
    [InlineData("[Estimator(\"sample\", Options = typeof(O))] public sealed class Sample : IEstimator; record O { [Option(3, Minimum = Missing.Value)] public int this[int x] { get; } [Option(\"x\")] public int? X { get; init; } = ; }")]
    [InlineData("[LabelSource] class Sample : ILabelSource, IMissing; [LabelSource(\"sample\")] [LabelSource(\"sample\")] class Other; enum E { [Option(\"x\")] A }")]
    public Task NoRuleThrowsOnCodeThatDoesNotCompile(string code) => Runs($"using Infoscope;\n{code}");

    private static async Task Runs(string code, params string[] expected)
    {
        var rules = AllRules.Create().CastArray<DiagnosticAnalyzer>();
        var thrown = new List<Exception>();
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), (error, _, _) => thrown.Add(error), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var found = await PluginCode.Compile(code, also: PluginCode.OfHost).WithAnalyzers(rules, options).GetAnalyzerDiagnosticsAsync();
        Assert.True(thrown.Count == 0, $"{thrown.FirstOrDefault()}\n{code}");
        if (expected.Length > 0) Assert.Equal(expected, found.Select(one => one.Id));
    }
}
