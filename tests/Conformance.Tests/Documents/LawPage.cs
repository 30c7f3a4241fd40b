using System.Text.RegularExpressions;

namespace Infoscope.Conformance.Tests.Documents;

/// <summary>The page of a law in <c>docs/laws</c>.</summary>
internal sealed partial class LawPage
{
    private LawPage(LawProperty property, string path)
    {
        (Property, Path) = (property, path);
        Text = File.ReadAllText(path);
        Mutant = Block().Match(Text) is { Success: true } block ? block.Groups["id"].Value : throw new InvalidDataException($"{path} has no block that starts with <!-- counterexample: ID -->; add one.");
    }

    /// <summary>Gets the folder of the pages.</summary>
    public static string Folder { get; } = BuiltPlugins.PathOf("docs", "laws");

    /// <summary>Gets the law.</summary>
    public LawProperty Property { get; }

    /// <summary>Gets the whole path.</summary>
    public string Path { get; }

    /// <summary>Gets the text.</summary>
    public string Text { get; }

    /// <summary>Gets the id of the wrong estimator of which it shows a counterexample.</summary>
    public string Mutant { get; }

    /// <summary>Gets the lines of code below the title of the counterexample.</summary>
    public IEnumerable<string> CodeOfTheMutant => Code().Matches(Text[Text.IndexOf("## A counterexample", StringComparison.Ordinal)..]).SelectMany(code => code.Groups["code"].Value.Split('\n')).Select(line => line.Trim()).Where(line => line.Length > 0);

    /// <summary>Gives the file name of a law's page.</summary>
    public static string FileNameOf(Law law) => $"{OptionValues.KebabCase(law.ToString())}.md";

    /// <summary>Reads the page of a law.</summary>
    public static LawPage Of(Law law) => new(AllLaws.Properties.First(property => property.Law == law), System.IO.Path.Combine(Folder, FileNameOf(law)));

    /// <summary>Gives the text of the page with what the battery prints now.</summary>
    public string Rewritten()
    {
        var check = Verification.Run(BuiltPlugins.Wrong(Mutant), new VerificationSettings { Laws = [Property.Law] }, CancellationToken.None).Checks.FirstOrDefault(check => check.Outcome == Outcome.Failed);
        Assert.True(check is not null, $"{Mutant} keeps {Property.Law}; name an estimator that breaks it in {Path}.");
        var printed = check.Counterexample is null ? check.Sentence : $"{check.Sentence}\n{check.Counterexample}";
        return Block().Replace(Text, $"<!-- counterexample: {Mutant} -->\n```text\n{printed.Replace("$", "$$", StringComparison.Ordinal)}\n```\n<!-- end -->");
    }

    [GeneratedRegex("<!-- counterexample: (?<id>[a-z-]+) -->\n.*?<!-- end -->", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();
}
