namespace Infoscope.Host.Inputs;

/// <summary>Finds the files that ACTIVATIONS name: a file, a folder, a glob, or a pattern with {step}; in natural order.</summary>
internal static class FileFinder
{
    private static readonly string[] Extensions = [".npy", ".npz", ".safetensors"];

    /// <summary>Tells by its extension whether a file holds arrays.</summary>
    public static bool IsArrays(string path) => Extensions.Contains(Path.GetExtension(path).ToLowerInvariant());

    /// <summary>Finds the files of one argument.</summary>
    /// <param name="text">The argument, FILE or FILE:KEY.</param>
    /// <param name="baseFolder">What relative paths are relative to.</param>
    public static IReadOnlyList<FoundFile> Find(string text, string baseFolder)
    {
        if (text.Length == 0) throw new UserError("one of ACTIVATIONS is empty; name a file, a folder or a pattern.");
        var spec = FileSpec.Parse(text);
        var path = Path.GetFullPath(spec.Path, baseFolder);
        if (Directory.Exists(path)) return InFolder(spec, path);
        if (!Wildcard.IsPattern(spec.Path) && !Path.Exists(path) && NearPath.For(spec, baseFolder) is { } near)
            throw new UserError($"{path} does not exist; did you mean {near}?");
        if (!Wildcard.IsPattern(spec.Path) || File.Exists(path)) return [new FoundFile { Path = path, Set = spec.Path, StepText = "", Key = spec.Key, IsNamed = true }];

        var root = Path.GetPathRoot(path)!;
        var segments = path[root.Length..].Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        if (segments.Contains("**"))
            throw new UserError($"'{spec.Path}' has '**', and no pattern looks into folders of any depth; write * for the names of one level, such as '*/*.npy'.");
        var from = Path.IsPathRooted(spec.Path) ? null : baseFolder;
        var found = Matches(new Match(root, root, ""), segments)
            .OrderBy(match => match.Path, NaturalOrder.Instance)
            .Select(match => new FoundFile
            {
                Path = match.Path,
                Set = (from is null ? match.Marked : Path.GetRelativePath(from, match.Marked)).Replace('\\', '/'),
                StepText = match.Step,
                Key = spec.Key,
                IsNamed = spec.Key is not null,
            })
            .ToArray();
        return found.Length > 0 ? found : throw new UserError($"no file matches '{spec.Path}'; {MissingFiles.InsteadOfMatches(Path.GetDirectoryName(path)!, baseFolder)}");
    }

    private static IReadOnlyList<FoundFile> InFolder(FileSpec spec, string folder)
    {
        var found = Directory.EnumerateFiles(folder)
            .Where(IsArrays)
            .Order(NaturalOrder.Instance)
            .Select(file => new FoundFile { Path = file, Set = Path.Combine(spec.Path, Path.GetFileName(file)).Replace('\\', '/'), StepText = "", Key = spec.Key, IsNamed = spec.Key is not null })
            .ToArray();
        return found.Length > 0 ? found : throw MissingFiles.InFolder(spec.Path, folder);
    }

    private static IEnumerable<Match> Matches(Match folder, ReadOnlyMemory<string> segments)
    {
        var segment = segments.Span[0];
        var rest = segments[1..];
        var candidates = Wildcard.IsPattern(segment) ? Matching(folder, segment, rest.IsEmpty) : [folder.With(segment, segment, folder.Step)];
        foreach (var candidate in candidates)
        {
            if (rest.IsEmpty)
            {
                if (File.Exists(candidate.Path)) yield return candidate;
                continue;
            }

            foreach (var match in Matches(candidate, rest)) yield return match;
        }
    }

    private static IEnumerable<Match> Matching(Match folder, string segment, bool files)
    {
        if (!Directory.Exists(folder.Path)) yield break;
        var wildcard = new Wildcard(segment);
        foreach (var path in files ? Directory.EnumerateFiles(folder.Path) : Directory.EnumerateDirectories(folder.Path))
        {
            if (wildcard.Match(Path.GetFileName(path)) is not var (step, marked)) continue;
            // A checkpoint named in two places of a path must be the same in both.
            if (step.Length > 0 && folder.Step.Length > 0 && step != folder.Step) continue;
            yield return folder.With(Path.GetFileName(path), marked, step.Length > 0 ? step : folder.Step);
        }
    }

    /// <summary>A path so far, the same with {step} in the place of the checkpoint, and the checkpoint.</summary>
    private sealed record Match(string Path, string Marked, string Step)
    {
        public Match With(string name, string marked, string step) => new(System.IO.Path.Combine(Path, name), System.IO.Path.Combine(Marked, marked), step);
    }
}
