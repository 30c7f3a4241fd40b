namespace Infoscope.Loading.Tests;

public sealed class SourceNestingTests : IDisposable
{
    private const string Brackets = "nests brackets more than 500 deep on line 9; make it simpler.";
    private const string Directive = "has more than 500 operators in a directive on line 9; make it simpler.";
    private const string Angles = "nests type arguments more than 500 deep on line 9; make it simpler.";
    private const string Arrays = "nests arrays more than 100 deep on line 9; make it simpler.";
    private const string Expressions = "nests expressions or blocks more than 500 deep on line 9; make them simpler.";

    private readonly SourceFolder files = new();

    public void Dispose() => files.Dispose();

    [Theory]
    [InlineData("static object G() => ", "(", "1", ")", ";", 100_000, Brackets)]
    [InlineData("static object G() => ", "(", "1", ")", ";", 501, Brackets)]
    [InlineData("static object G() => ", "/*)*/(", "1", ")", ";", 100_000, Brackets)]
    [InlineData("static object G() => ", "(]", "1", ")", ";", 100_000, Brackets)]
    [InlineData("static object G() => ", "[", "1", "]", ";", 100_000, Brackets)]
    [InlineData("static object G() => ", "f(", "1", ")", ";", 600, Brackets)]
    [InlineData("static void G() ", "{", "", "}", "", 100_000, Brackets)]
    [InlineData("static object G() => ", "(\n#if NONE\n)\n#endif\n", "1", ")", ";", 600, "nests brackets more than 500 deep on line 2005; make it simpler.")]
    [InlineData("#if ", "(", "X", ")", "\n#endif", 300_000, Directive)]
    [InlineData("#if ", "!", "X", "", "\n#endif", 500_000, Directive)]
    [InlineData("#if ", "X||", "X", "", "\n#endif", 150_000, Directive)]
    [InlineData("static void F(", "List<", "int", ">", " a) { }", 20_000, Angles)]
    [InlineData("static void F(", "List<", "", "", "", 100_000, Angles)]
    [InlineData("static void F(int", "[]", "", "", " a) { }", 100_000, Arrays)]
    [InlineData("static void F(int", "[,]?", "", "", " a) { }", 100_000, Arrays)]
    [InlineData("static string F() => ", "$\"{", "1", "}\"", ";", 20_000, "has more than 5000 interpolated strings on line 9; make it simpler.")]
    [InlineData("static string F() => ", "$\"{", "1", "}\"", ";", 4000, "has more than 1000 brackets in one interpolated string on line 9; make it simpler.")]
    [InlineData("static string F() => ", "$\"{", "1", "}\"", ";", 20, "nests interpolated strings more than 8 deep on line 9; make them simpler.")]
    [InlineData("static string F() => $\"{", "(", "1", ")", "}\";", 90_000, "has more than 1000 brackets in one interpolated string on line 9; make it simpler.")]
    [InlineData("static string F() => $\"{", "(", "1", ")", "}\";", 300_000, "has more than 100000 brackets beside an interpolated string on line 9; make it simpler.")]
    [InlineData("static object G() => ", "--", "1", "", ";", 600, Expressions)]
    [InlineData("static object G() => ", "- ", "1", "", ";", 10_000, Expressions)]
    [InlineData("static object G() => ", "(int)", "1", "", ";", 10_000, Expressions)]
    [InlineData("static object G() => ", "x=>", "1", "", ";", 10_000, Expressions)]
    [InlineData("static object G() => 1 is ", "not ", "1", "", ";", 100_000, Expressions)]
    [InlineData("static object G() => p", ".Trim()", "", "", ";", 100_000, Expressions)]
    [InlineData("static void G() { ", "if(p)", ";", "", "}", 100_000, Expressions)]
    [InlineData("static void G() { if(p);", "else if(p);", "", "", "}", 80_000, Expressions)]
    public void WhatIsNestedTooDeeplyIsRefused(string start, string before, string core, string after, string end, int depth, string sentence)
    {
        var text = start + string.Concat(Enumerable.Repeat(before, depth)) + core + string.Concat(Enumerable.Repeat(after, depth)) + end;
        files.AssertRefused(files.Write("Deep.cs", SourceFolder.Plugin(members: text)), PluginFailure.BadSource, sentence);
    }

    [Theory]
    [InlineData("- ", 500_000)]
    [InlineData("(int)", 200_000)]
    [InlineData("x=>", 340_000)]
    public void WhatTheParserGivesUpOnIsOneError(string part, int depth)
    {
        var path = files.Write("Deep.cs", SourceFolder.Plugin(members: $"static object G() => {string.Concat(Enumerable.Repeat(part, depth))}1;"));
        using var catalog = files.Find(path);
        catalog.AssertRefused(PluginFailure.DoesNotCompile, path, $"{path} does not compile: 1 error.");
        Assert.EndsWith("error CS8078: An expression is too long or complex to compile", catalog.Refusals[0].Details[0]);
    }

    [Theory]
    [InlineData("/// ", "<a>", "", 100_000)]
    [InlineData("/// <see cref=\"", "A{", "\"/>", 60_000)]
    public void DocumentationIsNotLookedAt(string start, string part, string end, int depth) =>
        AssertCompiles($"{start}{string.Concat(Enumerable.Repeat(part, depth))}{end}\npublic static void G() {{ }}");

    [Fact]
    public void ALongChainOfOperatorsIsCompiled() => AssertCompiles($"private static string G(string a) => a{string.Concat(Enumerable.Repeat(" + a", 3000))};");

    [Fact]
    public void ALongChainOfCallsIsCompiled() =>
        AssertCompiles($"private static string G(System.Text.StringBuilder a) => a{string.Concat(Enumerable.Repeat(".Append(1)", 900))}.ToString();");

    [Fact]
    public void ALongChainOfElseIfIsCompiled() =>
        AssertCompiles($"private static int G(int a) {{ if (a == 0) return 1; {string.Concat(Enumerable.Range(1, 900).Select(i => $"else if (a == {i}) return {i};\n"))} return 0; }}");

    [Fact]
    public void NestingThatIsAllowedIsCompiled() => AssertCompiles(
        $"private static int G() => {new string('(', 400)}1{new string(')', 400)}; private static readonly int[][] Empty = [{string.Join(", ", Enumerable.Repeat("[]", 500))}];"
        + $"private static string F(int a) => {string.Concat(Enumerable.Repeat("$\"{", 6))}a{string.Concat(Enumerable.Repeat("}\"", 6))};");

    private void AssertCompiles(string members)
    {
        using var catalog = files.Find(files.Write("Long.cs", SourceFolder.Plugin(members: members)));
        Assert.Empty(catalog.Refusals);
    }
}
