using Infoscope.Analyzers.Reproducibility;

namespace Infoscope.Analyzers.Tests.Reproducibility;

public sealed class RandomnessComesFromTheContextTests : RuleTests<RandomnessComesFromTheContext>
{
    private const string Stream = "draw from a RandomStream: Random(purpose) of the EstimationContext or of the LabelRequest opens one";
    private const string Hash = "hashes differ from process to process; outside of GetHashCode compute a number of your own from the contents";

    [WrongCase]
    public Task AGeneratorOfDotNetIsReportedWithASeedToo() => Reports(
        Snippets.InMethod("var random = [|new Random(1)|]; return random.NextDouble() + [|Random.Shared|].NextDouble();"), Message("new Random", Stream), Message("Random.Shared", Stream));

    [WrongCase]
    public Task ANewGuidIsReported() => Reports(Snippets.InMethod("return [|Guid.NewGuid()|].ToByteArray()[0];"), Message("Guid.NewGuid", Stream));

    [WrongCase]
    public Task CryptographyIsReported() => Reports(
        Snippets.InMethod("return [|System.Security.Cryptography.RandomNumberGenerator.GetInt32(10)|];"), Message("RandomNumberGenerator.GetInt32", Stream));

    [WrongCase]
    public Task TheHashOfATextIsReported() => Reports(Snippets.InMethod("return [|\"label\".GetHashCode()|] + [|StringComparer.Ordinal.GetHashCode(\"a\")|];"), Message("String.GetHashCode", Hash), Message("StringComparer.GetHashCode", Hash));

    [WrongCase]
    public Task AHashOutsideOfGetHashCodeIsReported() => Reports(
        Snippets.InMethod("return [|HashCode.Combine(x, 1)|] + [|System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(values)|];"), Message("HashCode.Combine", Hash), Message("RuntimeHelpers.GetHashCode", Hash));

    [WrongCase]
    public Task AMethodThatIsHandedOnIsReported() => Reports("static class Sample { static readonly Func<Guid> Next = [|Guid.NewGuid|]; }", Message("Guid.NewGuid", Stream));

    [WrongCase]
    public Task ShufflingWithoutAStreamIsReported() => Reports(Snippets.InMethod("return [|values.Shuffle()|].First();"), Message("Enumerable.Shuffle", Stream));

    [RightCase]
    public Task AStreamOfTheContextIsRight() => IsQuiet(Snippets.InMethod("return context.Random(\"anchors\").NextNormal();"));

    [RightCase]
    public Task AStreamOfALabelRequestIsRight() => IsQuiet("using Infoscope; static class Sample { static ulong Of(LabelRequest request) => request.Random(\"restart\").NextUInt64(); }");

    [RightCase]
    public Task AStreamThatIsHandedInIsRight() => IsQuiet("using Infoscope; static class Sample { static long Of(RandomStream random) => new RandomStream(3, \"own\").NextBelow(4) + random.NextBelow(4); }");

    [RightCase]
    public Task AnOverrideOfGetHashCodeIsRight() => IsQuiet(
        "sealed class Name(string text) { public override bool Equals(object? other) => ReferenceEquals(this, other); public override int GetHashCode() => HashCode.Combine(text.GetHashCode(), 1); }");

    [RightCase]
    public Task TheHashOfAComparerIsRight() => IsQuiet("""
        sealed class ByLength : IEqualityComparer<string>
        {
            public bool Equals(string? one, string? other) => one == other;

            int IEqualityComparer<string>.GetHashCode(string text)
            {
                var hash = default(HashCode);
                hash.Add(text);
                return hash.ToHashCode();
            }
        }
        """);

    [RightCase]
    public Task TheHashOfANumberIsRight() => IsQuiet(Snippets.InMethod("return values.Length.GetHashCode() + nameof(Guid.NewGuid).Length;"));

    [RightCase]
    public Task AnotherTypeOfThatNameIsRight() => IsQuiet("namespace Own { class Random { public int Next() => 4; } static class Sample { static int Of() => new Random().Next(); } }");

    [RightCase]
    public Task CodeThatDoesNotKnowTheContractIsLeftAlone() => IsQuietWithoutTheContract("static class Sample { static int Of() => new Random().Next(); }");

    private static string Message(string member, string remark) => $"{member} is governed by no seed of the run; {remark}";
}
