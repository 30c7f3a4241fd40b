using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Infoscope.Tests.Conventions;

public sealed partial class PackageTests
{
    private const string Page = "docs/decisions/packages.md";

    private static readonly ProjectFile Versions = new("Directory.Packages.props");

    [Fact]
    public void EveryPackageHasARowWithItsVersionAndNoRowIsLeftOver()
    {
        var pinned = Versions.Items("PackageVersion").Select(package => (ProjectFile.Include(package), ProjectFile.Value(package, "Version")!)).Order();
        var rows = Row().Matches(Tree.Text(Page)).Select(row => (row.Groups["package"].Value, row.Groups["version"].Value)).Order();
        Assert.Equal(pinned, rows);
    }

    [Fact]
    public void EveryPackageIsUsed()
    {
        var used = Tree.Files
            .Where(file => file.EndsWith(".csproj", StringComparison.Ordinal) || Path.GetFileName(file).StartsWith("Directory.Build.", StringComparison.Ordinal))
            .SelectMany(file => new ProjectFile(file).Packages)
            .ToHashSet();
        Assert.NotEmpty(used);
        // What is pinned for the host waits for the host's project.
        var unused = Versions.Items("PackageVersion")
            .Where(package => !used.Contains(ProjectFile.Include(package)))
            .Where(package => ProjectFile.Value(package.Parent!, "Label") != "Host" || Tree.Has("src/Host/Host.csproj"))
            .Select(ProjectFile.Include);
        Assert.Empty(unused);
    }

    [Fact]
    public void VersionsStandInOneFile() =>
        Assert.DoesNotContain(
            Tree.Projects.SelectMany(project => new ProjectFile(project).Items("PackageReference").Select(item => (project, item))),
            reference => ProjectFile.Value(reference.item, "Version") is not null);

    [Fact]
    public void EveryProjectHasACommittedLockFile()
    {
        // A project below tests that is never restored with the rest may say so.
        var locked = Tree.Projects.Where(project => !(project.StartsWith("tests/", StringComparison.Ordinal) && new ProjectFile(project).Property("RestorePackagesWithLockFile") == "false"));
        var committed = (CommittedFiles() ?? Tree.Files).ToHashSet();
        var missing = locked.Select(project => $"{Path.GetDirectoryName(project)!.Replace('\\', '/')}/packages.lock.json").Where(file => !committed.Contains(file)).ToArray();
        Assert.True(missing.Length == 0, $"not committed: {string.Join(", ", missing)}");
    }

    // A restore writes lock files, so that they are there says little; git says whether they are part of the repository. Null where it cannot be asked.
    private static string[]? CommittedFiles()
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["ls-files", "-z"]) { WorkingDirectory = Tree.PathOf("."), RedirectStandardOutput = true, RedirectStandardError = true })!;
            var files = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
            git.WaitForExit();
            return git.ExitCode == 0 && files.Contains("Directory.Packages.props") ? files : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^\| `(?<package>[^`]+)` \| (?<version>[0-9][^ |]*) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
