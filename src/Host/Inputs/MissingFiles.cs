namespace Infoscope.Host.Inputs;

/// <summary>Says what lies where files of activations were looked for and not found.</summary>
internal static class MissingFiles
{
    private const int MostListed = 6;

    // Opening one of these says how to save it as something that can be read.
    private static readonly string[] Convertible = [".pt", ".pth", ".ckpt", ".bin", ".pkl", ".pickle"];

    /// <summary>Says what a folder without a file of arrays holds, and what to name or save.</summary>
    public static UserError InFolder(string typed, string folder)
    {
        var name = typed.Replace('\\', '/').TrimEnd('/');
        var start = $"the folder {typed} holds no .npy, .npz or .safetensors file";
        if (Directory.EnumerateDirectories(folder).Order(NaturalOrder.Instance).FirstOrDefault(HoldsArrays) is { } deeper)
            return new UserError($"{start}, but its folders do; name one, such as {name}/{Path.GetFileName(deeper)}.");
        string[] files = Names(folder);
        if (files.FirstOrDefault(IsConvertible) is { } other) return new UserError($"{start} but {Suggest.List(files, MostListed)}; name {name}/{other} to be told how to save it as one.");
        return new UserError($"{start}{(files.Length > 0 ? $" but {Suggest.List(files, MostListed)}" : "")}; save activations there with `np.save(\"{name}/layer1.npy\", x)`.");
    }

    /// <summary>Says which folders in a folder given as ACTIVATIONS hold arrays as well; null when there are none.</summary>
    public static string? NotLookedInto(string argument, string baseFolder)
    {
        var typed = FileSpec.Parse(argument);
        var folder = Path.GetFullPath(typed.Path, baseFolder);
        if (!Directory.Exists(folder)) return null;
        string[] deeper = [.. Directory.EnumerateDirectories(folder).Where(HoldsArrays).Order(NaturalOrder.Instance).Select(path => Path.GetFileName(path))];
        if (deeper.Length == 0) return null;
        var first = typed with { Path = $"{typed.Path.Replace('\\', '/').TrimEnd('/')}/{deeper[0]}" };
        return deeper.Length == 1
            ? $"{argument}: 1 folder in it was not looked into ({deeper[0]}); name {first}."
            : $"{argument}: {deeper.Length} folders in it were not looked into ({Suggest.List(deeper, MostListed)}); name them, such as {first}.";
    }

    /// <summary>Ends a sentence on a pattern that matches nothing: what there is instead of a match.</summary>
    public static string InsteadOfMatches(string folder, string baseFolder)
    {
        if (Wildcard.IsPattern(folder)) return $"check the pattern (looked from {baseFolder}).";
        if (!Directory.Exists(folder)) return $"there is no folder {folder}{(NearPath.For(folder, baseFolder) is { } near ? $", did you mean {near}?" : ", so check the path.")}";
        var names = Names(folder);
        return names.Length == 0 ? $"{folder} holds no file, so check the folder." : $"correct the pattern: {folder} holds {Suggest.List(names, MostListed)}.";
    }

    private static bool IsConvertible(string file) => Convertible.Contains(Path.GetExtension(file).ToLowerInvariant());

    private static bool HoldsArrays(string folder) => Directory.EnumerateFiles(folder, "*", new EnumerationOptions { IgnoreInaccessible = true }).Any(FileFinder.IsArrays);

    // Files of arrays before others.
    private static string[] Names(string folder) =>
        [.. Directory.EnumerateFiles(folder).OrderByDescending(FileFinder.IsArrays).ThenBy(path => path, NaturalOrder.Instance).Select(path => Path.GetFileName(path))];
}
