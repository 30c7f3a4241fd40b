using Infoscope.Host.Inputs;

namespace Infoscope.Host.Inspection;

/// <summary>Finds the files that FILE names.</summary>
internal static class InspectionFiles
{
    private static readonly string[] Extensions = [".npy", ".npz", ".safetensors", ".csv"];

    /// <summary>Finds the files of one argument: itself, those of a folder that can be read, or those that match a pattern; in natural order.</summary>
    public static IReadOnlyList<(string Name, string Path, string? Key)> Find(string text, string baseFolder)
    {
        if (text.Length == 0) throw new UserError("one FILE is empty; name a file, a folder or a pattern.");
        var spec = FileSpec.Parse(text);
        var path = Path.GetFullPath(spec.Path, baseFolder);
        if (Directory.Exists(path)) return InFolder(spec, path);
        if (!Wildcard.IsPattern(spec.Path) || File.Exists(path)) return [(spec.Path, path, spec.Key)];
        return [.. FileFinder.Find(text, baseFolder).Select(found => (Path.IsPathRooted(spec.Path) ? found.Path : Path.GetRelativePath(baseFolder, found.Path), found.Path, found.Key))];
    }

    private static (string Name, string Path, string? Key)[] InFolder(FileSpec spec, string folder)
    {
        var found = Directory.EnumerateFiles(folder)
            .Where(file => Extensions.Contains(Path.GetExtension(file).ToLowerInvariant()))
            .Order(NaturalOrder.Instance)
            .Select(file => (Path.Combine(spec.Path, Path.GetFileName(file)), file, spec.Key))
            .ToArray();
        return found.Length > 0 ? found : throw new UserError($"the folder {spec.Path} holds no .npy, .npz, .safetensors or .csv file.");
    }
}
