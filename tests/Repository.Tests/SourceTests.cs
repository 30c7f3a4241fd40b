using System.Text.RegularExpressions;

namespace Infoscope.Tests.Conventions;

public sealed partial class SourceTests
{
    private const int LongestFile = 400;

    private static IEnumerable<string> Sources => Tree.Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal));

    // JSON and CSV are mostly data, and lock files, which other programs write.
    private static IEnumerable<string> Written => Tree.TextFiles.Where(file => Path.GetExtension(file) is not (".json" or ".jsonl" or ".csv"));

    private static IEnumerable<string> Shipped => Sources.Where(file => file.Split('/')[0] is "src" or "analyzers" or "plugins");

    [Fact]
    public void NamespacesAreFileScoped() => AssertNone(Sources, file => BlockNamespace().IsMatch(Tree.Text(file)));

    [Fact]
    public void FilesAreShorterThanFourHundredLines() => AssertNone(Shipped, file => File.ReadLines(Tree.PathOf(file)).Count() >= LongestFile);

    [Fact]
    public void AFileHoldsOneTypeAndBearsItsName() => AssertNone(
        Shipped.Where(file => Path.GetFileName(file) is not ("Program.cs" or "GlobalUsings.cs" or "AssemblyInfo.cs")),
        file => TopLevelType().Matches(Tree.Text(file)).Select(match => match.Groups["name"].Value).ToArray() is not [var name] || !NamesFile(name, file));

    [Fact]
    public void WrittenFilesEndWithANewline() => AssertNone(Written, file => Tree.Text(file) is { Length: > 0 } text && text[^1] != '\n');

    [Fact]
    public void LinesEndAsUnixWritesThem() => AssertNone(Written, file => Tree.Text(file).Contains('\r', StringComparison.Ordinal));

    [Fact]
    public void NothingRefersToTheMachineItWasWrittenOn()
    {
        // In two pieces, so that this file does not hold them.
        string[] paths = ["/wo" + "rk/", ".." + "/shared"];
        AssertNone(Tree.TextFiles, file => paths.Any(path => Tree.Text(file).Contains(path, StringComparison.Ordinal)));
    }

    [Fact]
    public void NothingRefersToAPrivateHost() => AssertNone(Tree.TextFiles, file => Host().Matches(Tree.Text(file)).Any(match => IsPrivate(match.Groups["host"].Value)));

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("registry.internal", true)]
    [InlineData("10.0.0.1", true)]
    [InlineData("arxiv.org", false)]
    public void AHostWithoutAPublicNameIsPrivate(string host, bool expected) => Assert.Equal(expected, IsPrivate(host));

    private static bool IsPrivate(string host) =>
        !host.Contains('.', StringComparison.Ordinal) || char.IsAsciiDigit(host[^1]) || host.Split('.')[^1] is "internal" or "local" or "lan" or "corp";

    // A partial type may name its part after a dot, as Parser.Numbers.cs, and a generic one its parameter, as MatrixOfT.cs.
    private static bool NamesFile(string type, string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return name == type || name == $"{type}OfT" || name.StartsWith($"{type}.", StringComparison.Ordinal);
    }

    private static void AssertNone(IEnumerable<string> files, Func<string, bool> isWrong)
    {
        var all = files.ToArray();
        Assert.NotEmpty(all);
        var wrong = all.Where(isWrong).ToArray();
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    [GeneratedRegex(@"^\s*namespace [^;]*$", RegexOptions.Multiline)]
    private static partial Regex BlockNamespace();

    [GeneratedRegex(@"^(?:(?:public|internal|file|sealed|static|abstract|partial|readonly|ref|unsafe) )*(?:class|struct|interface|enum|record(?: struct| class)?|delegate [\w<>?\[\], .]+?) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex TopLevelType();

    [GeneratedRegex(@"\bhttps?://(?<host>[\w.-]*\w)(?=[:/\s)>]|$)", RegexOptions.Multiline)]
    private static partial Regex Host();
}
