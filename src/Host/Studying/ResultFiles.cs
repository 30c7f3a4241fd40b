using Infoscope.Host.Inputs;

namespace Infoscope.Host.Studying;

/// <summary>Opens what a study is to read: files, folders of --out, and stdin.</summary>
internal static class ResultFiles
{
    private const string StandardInput = "-";

    // The first that is there is read: both hold the same rows.
    private static readonly string[] InFolder = ["results.jsonl", "results.csv"];

    /// <summary>Finds every text to read, each with the name that messages give it; what is not there is a problem.</summary>
    public static IReadOnlyList<(string Name, Func<Stream> Open)> Find(IReadOnlyList<string> files, ProblemList problems)
    {
        var found = new List<(string, Func<Stream>)>();
        foreach (var twice in files.GroupBy(file => file).Where(group => group.Count() > 1)) problems.Add($"{twice.Key} is named {twice.Count()} times; name it once.");
        foreach (var file in files.Distinct())
        {
            if (file == StandardInput) found.Add(("stdin", Console.OpenStandardInput));
            else if (PathOf(file, problems) is { } path) found.Add((path, () => Open(path)));
        }

        return found;
    }

    private static string? PathOf(string file, ProblemList problems)
    {
        if (Directory.Exists(file))
        {
            var inside = InFolder.Select(name => Path.Combine(file, name)).FirstOrDefault(File.Exists);
            if (inside is null) problems.Add($"the folder {file} holds neither results.jsonl nor results.csv; give the folder of infoscope compare --out.");
            return inside?.Replace('\\', '/');
        }

        if (File.Exists(file)) return file;
        var near = file.Length == 0 ? null : NearPath.For(file, Environment.CurrentDirectory);
        problems.Add($"{(file.Length == 0 ? "''" : file)} does not exist; {(near is null ? "give results that infoscope compare wrote, the folder of its --out, or - for stdin." : $"did you mean {near}?")}");
        return null;
    }

    private static FileStream Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"{path} cannot be opened ({failure.Message}); check the file.");
        }
    }
}
