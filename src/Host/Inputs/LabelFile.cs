using Infoscope.Engine.Labels;

namespace Infoscope.Host.Inputs;

/// <summary>Tells a label set that is meant to be a file from one whose label source is misspelt.</summary>
internal static class LabelFile
{
    /// <summary>Tells whether the file of FILE, FILE:KEY or FILE.csv:COLUMN is there.</summary>
    public static bool IsThere(string text, string baseFolder) => Path.Exists(Path.GetFullPath(FileSpec.Parse(text).Path, baseFolder));

    /// <summary>Says what is wrong with a specification that is neither the word of a label source nor a file that is there.</summary>
    public static UserError NotThere(string text, string baseFolder, IReadOnlyList<LabelSourceEntry> sources)
    {
        var word = text.Split(':')[0];
        if (sources.FirstOrDefault(source => source.Id == word) is { } same) return new UserError($"'{text}' does not fit {LabelSourceEntry.UsageOf(same)}; its arguments are missing.");
        var isWord = word.Length >= 2 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
        var spec = FileSpec.Parse(text);
        var isSource = isWord && Suggestion.For(word, sources.Select(source => source.Id)) is not null;
        if (!isSource && NearPath.For(spec, baseFolder) is { } near) return new UserError($"the label file {spec.Path} does not exist; did you mean {near}?");
        return isWord
            ? new UserError($"there is no file and no label source '{word}' for the labels '{text}'; {Suggest.Sentence(word, sources.Select(source => source.Id))}")
            : new UserError($"the label file {spec.Path} does not exist; check the path (looked from {baseFolder}).");
    }
}
