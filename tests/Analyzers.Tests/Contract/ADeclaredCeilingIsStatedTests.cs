using Infoscope.Analyzers.Contract;
using Microsoft.CodeAnalysis;

namespace Infoscope.Analyzers.Tests.Contract;

public sealed class ADeclaredCeilingIsStatedTests : RuleTests<ADeclaredCeilingIsStated>
{
    private const string Message = "'Sample' claims DeclaredCeiling, but nothing here sets Ceiling or Floor of an Estimate; set them where they are known, or remove the claim";

    [WrongCase]
    public Task AClaimWithoutACeilingIsReported() => Reports(Claiming("[[|Claims(Law.DeclaredCeiling, Exactness.Exact)|]]", ""), Message);

    [WrongCase]
    public Task AClaimUnderAConditionIsReportedOnce() => Reports(
        Claiming("[[|Claims(Law.DeclaredCeiling, Exactness.Exact, When = \"a=1\")|]] [Claims(Law.DeclaredCeiling, Exactness.Exact, When = \"a=2\")]", ""), Message);

    [WrongCase]
    public Task SettingNoneIsNotStating() => Reports(Claiming("[[|Claims(Law.DeclaredCeiling, Exactness.Exact)|]]", "Ceiling = null, Floor = default(Amount?),"), Message);

    [WrongCase]
    public Task ACeilingOfAnotherTypeIsNone() => Reports(
        Claiming("[[|Claims(Law.DeclaredCeiling, Exactness.Exact)|]]", "") + "public sealed class Room { public double Ceiling { get; set; } = 2; public void Raise() => Ceiling = 3; }", Message);

    [WrongCase]
    public Task ReadingACeilingIsNotStating() => Reports(
        Claiming("[[|Claims(Law.DeclaredCeiling, Exactness.Exact)|]]", "") + "static class Reader { static double Of(Estimate one) => one.Ceiling?.Number ?? 0; }", Message);

    [RightCase]
    public Task ACeilingIsRight() => IsQuiet(Claiming("[Claims(Law.DeclaredCeiling, Exactness.Exact)]", "Ceiling = Amount.Ratio(1),"));

    [RightCase]
    public Task AFloorIsRight() => IsQuiet(Claiming("[Claims(Law.DeclaredCeiling, Exactness.Exact)]", "Floor = Information.FromNats(0),"));

    [RightCase]
    public Task ACeilingThatIsAddedIsRight() => IsQuiet(
        Claiming("[Claims(Law.DeclaredCeiling, Exactness.Exact)]", "") + "static class Adding { static Estimate To(Estimate one, Amount? ceiling) => one with { Ceiling = ceiling }; }");

    [RightCase]
    public Task WithoutTheClaimThereNeedBeNoCeiling() => IsQuiet(Claiming("[Claims(Law.Isometry, Exactness.Exact)] [DoesNotClaim(Law.DeclaredCeiling, Because = \"r\")]", ""));

    [RightCase]
    public Task ALibraryThatKnowsTheContractMayMakeTheEstimates()
    {
        var library = PluginCode.Compile("public static class Making { public static Infoscope.Amount Amount => Infoscope.Amount.Ratio(1); }").WithAssemblyName("Shared").ToMetadataReference();
        return IsQuiet([library], Claiming("[Claims(Law.DeclaredCeiling, Exactness.Exact)]", ""));
    }

    private static string Claiming(string claims, string setting) => ContractCode.Claiming(claims)
        + $$"""static class Making { static Estimate Of(long rows) => new() { Quantity = Quantities.Entropy, Value = Amount.Ratio(0), {{setting}} RowsUsed = rows }; }""";
}
