namespace Infoscope.Host.Inputs;

/// <summary>Finds the files that ACTIVATIONS name: a file, a folder, a glob, or a pattern with {step}; in natural order.</summary>
internal static class FileFinder
{
    private static readonly string[] Extensions = [".npy", ".npz", ".safetensors"];

    /// <summary>Finds the files of one argument.</summary>
    /// <param name="text">The argument, FILE or FILE:KEY.</param>
    /// <param name="baseFolder">What relative paths are relative to.</param>
    public static IReadOnlyList<FoundFile> Find(string text, string baseFolder)
    {
        var spec = FileSpec.Parse(text);
        var path = Path.GetFullPath(spec.Path, baseFolder);
        if (Directory.Exists(path)) return InFolder(spec, path);
        if (!Wildcard.IsPattern(spec.Path) || File.Exists(path)) return [new FoundFile { Path = path, Set = spec.Path, StepText = "", Key = spec.Key }];

        var hasStep = spec.Path.Contains(Wildcard.StepMark, StringComparison.Ordinal);
        var found = Matches(Path.GetPathRoot(path)!, path[Path.GetPathRoot(path)!.Length..].Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar), "")
            .OrderBy(match => match.Path, NaturalOrder.Instance)
            .Select(match => new FoundFile
            {
                Path = match.Path,
                Set = hasStep ? spec.Path : Path.GetRelativePath(baseFolder, match.Path).Replace('\\', '/'),
                StepText = match.Step,
                Key = spec.Key,
            })
            .ToArray();
        return found.Length > 0 ? found : throw new UserError($"no file matches '{spec.Path}'; looked from {baseFolder}.");
    }

    private static IReadOnlyList<FoundFile> InFolder(FileSpec spec, string folder)
    {
        var found = Directory.EnumerateFiles(folder)
            .Where(file => Extensions.Contains(Path.GetExtension(file).ToLowerInvariant()))
            .Order(NaturalOrder.Instance)
            .Select(file => new FoundFile { Path = file, Set = Path.Combine(spec.Path, Path.GetFileName(file)).Replace('\\', '/'), StepText = "", Key = spec.Key })
            .ToArray();
        return found.Length > 0 ? found : throw new UserError($"the folder {spec.Path} holds no .npy, .npz or .safetensors file.");
    }

    private static IEnumerable<(string Path, string Step)> Matches(string folder, ReadOnlyMemory<string> segments, string step)
    {
        var segment = segments.Span[0];
        var rest = segments[1..];
        var candidates = !Wildcard.IsPattern(segment)
            ? [(Path: Path.Combine(folder, segment), Step: step)]
            : Directory.Exists(folder) ? Matching(folder, segment, step, rest.IsEmpty) : [];
        foreach (var candidate in candidates)
        {
            if (rest.IsEmpty)
            {
                if (File.Exists(candidate.Path)) yield return candidate;
                continue;
            }

            foreach (var match in Matches(candidate.Path, rest, candidate.Step)) yield return match;
        }
    }

    private static IEnumerable<(string Path, string Step)> Matching(string folder, string segment, string step, bool files)
    {
        var wildcard = new Wildcard(segment);
        foreach (var path in files ? Directory.EnumerateFiles(folder) : Directory.EnumerateDirectories(folder))
        {
            if (!wildcard.Matches(Path.GetFileName(path), out var found)) continue;
            // A checkpoint named in two places of a path must be the same in both.
            if (found.Length > 0 && step.Length > 0 && found != step) continue;
            yield return (path, found.Length > 0 ? found : step);
        }
    }
}
