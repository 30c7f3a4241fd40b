using Infoscope.Analyzers.Tests.Contract;

namespace Infoscope.Analyzers.Tests.Conventions;

/// <summary>Rules run while somebody types, and so on every beginning of a text.</summary>
public sealed class IncompleteCodeTests
{
    // Primes, so that cuts fall at every place of a word.
    private const int StepOfAPage = 97;
    private const int StepOfDeclarations = 29;

    private static readonly string Declarations = ContractCode.Claiming(
        """
        [Claims(Law.NonNegative, Exactness.Exact, Quantity = "entropy", When = "bins=2,grid=monday")] [DoesNotClaim(Law.Isometry, Because = "r", Quantity = "entropy")]
        [Claims(Law.DeclaredCeiling, Exactness.Exact)] [VerifyWith("bins=3")]
        """,
        """[Option("bins", Minimum = 2, Allowed = "a number")] public int? Bins { get; init; } = 30; [Option("grid")] public DayOfWeek Grid { get; init; }""")
        + "[LabelSource(\"source\", Summary = \"s\")] public sealed class Source : ILabelSource { public LabelSet Derive(LabelRequest request) => null!; }";

    public static TheoryData<string> Ids => [.. RuleIndex.Rules.Select(rule => rule.Descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task NoRuleThrowsOnTheCodeOfAPageWhileItIsTyped(string id)
    {
        var page = new RulePageFile(RuleIndex.Of(id));
        foreach (var code in page.Code("Wrong").Concat(page.Code("Right"))) await Type(code, StepOfAPage);
    }

    [Fact]
    public Task NoRuleThrowsOnDeclarationsWhileTheyAreTyped() => Type(Declarations, StepOfDeclarations);

    [Fact]
    public async Task TheWholeDeclarationsLackACeilingAlone() => Assert.Equal("ISC2008", Assert.Single(await PluginCode.Analyze(PluginCode.Compile(Declarations), [.. RuleIndex.Rules])).Id);

    private static async Task Type(string code, int step)
    {
        for (var length = step; length < code.Length; length += step) await RuleFailures.AssertNone(code[..length], PluginCode.Compile(code[..length]));
    }
}
