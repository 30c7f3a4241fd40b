namespace Infoscope.Loading;

/// <summary>Finds the DLL that is the plugin of a folder.</summary>
/// <remarks>
/// It is the one with its <c>.deps.json</c> beside it; among several of these, the one named like the folder. In a folder without a <c>.deps.json</c> it is
/// the only DLL, or the one named like the folder. A copy of the contract never counts.
/// </remarks>
internal static class PluginFolder
{
    /// <summary>Gives the full path of the plugin's DLL.</summary>
    /// <exception cref="PluginLoadException">No DLL, or more than one, can be the plugin.</exception>
    public static string FindAssembly(string folder)
    {
        var assemblies = Assemblies(folder).Where(path => !Is(path, PluginLoadContext.ContractName)).ToList();
        if (assemblies.Count == 0 && Directory.EnumerateFiles(folder, "*.csproj").Any())
            throw new PluginLoadException(PluginFailure.NotAPlugin, folder, $"{folder} holds a project and no DLL; build it and give the folder of its output, such as {Path.Combine(folder, "bin", "Release", "net10.0")}.");
        if (assemblies.Count == 0 && PluginSource.In(folder).FirstOrDefault() is { } source)
            throw new PluginLoadException(PluginFailure.NotAPlugin, folder, $"{folder} holds source files and no DLL; a plugin in one file is named itself, such as {source}.");
        if (assemblies.Count == 0 && PluginSource.Is(folder))
            throw new PluginLoadException(PluginFailure.NotAPlugin, folder, $"{folder} is a folder that is named like a source file, and holds no DLL; a plugin is a folder with its DLL, or a .cs file.");
        if (assemblies.Count == 0)
            throw new PluginLoadException(PluginFailure.NotAPlugin, folder, $"{folder} holds no DLL; a plugin folder holds the plugin's DLL, its .deps.json and its private dependencies.");

        var described = assemblies.Where(path => File.Exists(Path.ChangeExtension(path, ".deps.json"))).ToList();
        var candidates = described.Count > 0 ? described : assemblies;
        if (candidates.Count == 1) return candidates[0];

        var folderName = Path.GetFileName(folder);
        var found = string.Join(", ", candidates.Select(Path.GetFileName));
        return candidates.FirstOrDefault(path => Is(path, folderName)) ?? throw new PluginLoadException(PluginFailure.Ambiguous, folder, described.Count > 0
            ? $"{folder} holds {candidates.Count} DLLs with a .deps.json ({found}), and none is named {folderName}.dll; give each plugin a folder of its own."
            : $"{folder} holds {candidates.Count} DLLs ({found}) and no .deps.json, and none is named {folderName}.dll; copy the plugin's whole build output there.");
    }

    /// <summary>Gives the DLLs that lie directly in a folder, in ordinal order.</summary>
    public static IEnumerable<string> Assemblies(string folder) =>
        Directory.EnumerateFiles(folder).Where(path => Path.GetExtension(path).Equals(".dll", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal);

    private static bool Is(string path, string name) => Path.GetFileNameWithoutExtension(path).Equals(name, StringComparison.OrdinalIgnoreCase);
}
