using System.Xml.Linq;

namespace Infoscope.Tests.Conventions;

/// <summary>What a project file or a file that projects import says of references.</summary>
internal sealed class ProjectFile(string file)
{
    private readonly XElement root = XElement.Parse(Tree.Text(file));

    /// <summary>The names of the packages that it refers to.</summary>
    internal IEnumerable<string> Packages => Items("PackageReference").Select(Include);

    /// <summary>The paths, from the root, of the projects that the compiler sees; those only built first or run as analyzers are left out.</summary>
    internal IEnumerable<string> CompileReferences =>
        from reference in Items("ProjectReference")
        where Value(reference, "ReferenceOutputAssembly") != "false"
        select Resolve(Include(reference));

    /// <summary>The paths, from the root, of the projects that run as analyzers over what the file builds.</summary>
    internal IEnumerable<string> Analyzers =>
        from reference in Items("ProjectReference")
        where Value(reference, "OutputItemType") == "Analyzer"
        select Resolve(Include(reference));

    internal IEnumerable<XElement> Items(string name) => root.Descendants(name).Where(item => item.Attribute("Include") is not null);

    internal string? Property(string name) => root.Descendants(name).FirstOrDefault()?.Value;

    internal static string Include(XElement item) => item.Attribute("Include")!.Value;

    internal static string? Value(XElement item, string name) => item.Attribute(name)?.Value ?? item.Element(name)?.Value;

    private string Resolve(string include)
    {
        const string root = "$(RepoRoot)";
        if (include.StartsWith(root, StringComparison.Ordinal)) return include[root.Length..];
        var full = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Tree.PathOf(file))!, include));
        return Path.GetRelativePath(Tree.PathOf("."), full).Replace('\\', '/');
    }
}
