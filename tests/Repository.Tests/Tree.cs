using Infoscope.Testing;

namespace Infoscope.Tests.Conventions;

/// <summary>The files of the repository as someone who clones it finds them, by their paths from the root with slashes.</summary>
internal static class Tree
{
    private static readonly string[] Generated = ["bin", "obj", "artifacts", "TestResults"];

    private static readonly string[] TextEndings =
        [".cs", ".csproj", ".props", ".targets", ".slnx", ".json", ".jsonl", ".md", ".txt", ".py", ".sh", ".yml", ".yaml", ".csv", ".editorconfig", ".gitattributes", ".gitignore", ".c", "run", "LICENSE"];

    private static readonly Lazy<IReadOnlyList<string>> Found = new(() => [.. Walk(new DirectoryInfo(PathOf("."))).Order(StringComparer.Ordinal)]);

    internal static IReadOnlyList<string> Files => Found.Value;

    // What a template holds becomes a project elsewhere.
    internal static IEnumerable<string> Projects => Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal) && !file.StartsWith("templates/content/", StringComparison.Ordinal));

    internal static IEnumerable<string> TextFiles => Files.Where(file => TextEndings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)));

    internal static bool Has(string file) => File.Exists(PathOf(file)) || Directory.Exists(PathOf(file));

    internal static string Text(string file) => File.ReadAllText(PathOf(file));

    internal static string PathOf(string file) => Repository.PathOf(typeof(Tree).Assembly, file);

    private static IEnumerable<string> Walk(DirectoryInfo folder)
    {
        foreach (var file in folder.EnumerateFiles()) yield return Path.GetRelativePath(PathOf("."), file.FullName).Replace('\\', '/');
        foreach (var inner in folder.EnumerateDirectories())
        {
            // Hidden folders are tools' own, but for the one that says how the repository is built.
            if (Generated.Contains(inner.Name) || (inner.Name.StartsWith('.') && inner.Name != ".ci")) continue;
            foreach (var file in Walk(inner)) yield return file;
        }
    }
}
