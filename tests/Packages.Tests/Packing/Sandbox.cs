namespace Infoscope.Packages.Tests.Packing;

/// <summary>A folder of a user: no clone near it, our packages and what they need within reach.</summary>
internal sealed class Sandbox(string folder, PackedPackages packages)
{
    /// <summary>Gives a path below the folder, or the folder.</summary>
    public string PathOf(params string[] parts) => Path.Combine([folder, .. parts]);

    public void Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    public void Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllBytes(PathOf(name), bytes);
    }

    public void Copy(string file, string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.Copy(file, PathOf(name));
    }

    public byte[] Bytes(params string[] parts) => File.ReadAllBytes(PathOf(parts));

    /// <summary>Gives the names of the files of a folder.</summary>
    public IEnumerable<string> Files(params string[] parts) => Directory.EnumerateFiles(PathOf(parts)).Select(file => Path.GetFileName(file));

    public ShellRun Run(string program, params string[] arguments) => packages.Run(folder, program, arguments);

    /// <summary>Runs the installed tool.</summary>
    public ShellRun Infoscope(params string[] arguments) => Run(packages.Tool, arguments);

    /// <summary>Builds a project as a release.</summary>
    public ShellRun Build(string project) => Run("dotnet", "build", "-c", "Release", project);
}
