using System.Text;
using System.Text.RegularExpressions;
using Infoscope.Engine.Inputs;
using Infoscope.Host.Inputs;

namespace Infoscope.Host.Inspection;

/// <summary>The command that comes after inspect.</summary>
internal static partial class NextStep
{
    private const int MostLabelSets = 3;
    private const int LongestName = 40;

    /// <summary>Gives what to type for a file, with labels out of it or out of the other files; null when nothing in it can be compared.</summary>
    public static string? For(InspectedFile file, IReadOnlyList<InspectedFile> all)
    {
        var taken = file.Items.Where(item => item.Use.Kind is UseKind.Activations or UseKind.Sequences).ToArray();
        if (taken.Length == 0) return WithoutActivations(file);
        var first = taken[0];
        var command = new StringBuilder($"infoscope compare {ShellText.Quoted(NotAnOption(Activations(file, taken)))}");
        var others = all.Where(other => other != file).SelectMany(other => other.Items);
        var candidates = file.Items.Concat(others).ToArray();
        var labels = candidates.Where(item => item.Use.Kind == UseKind.Labels && RowLabels.Fits(item.Shape, first.LeadingAxes)).Take(MostLabelSets).ToArray();
        var names = new HashSet<string>();
        foreach (var set in labels) command.Append($" --labels {ShellText.Quoted($"{Unused(names, NameOf(set))}={Source(set)}")}");
        if (labels.Length == 0) command.Append(" --labels NAME=LABELS");
        if (first.Use.Kind == UseKind.Sequences && candidates.FirstOrDefault(item => item.Use.Kind == UseKind.Attention && item.Shape[0] <= first.Shape[0] && item.Shape[3] == first.Shape[1]) is { } attention)
            command.Append($" --attention {ShellText.Quoted(attention.Specification)}");
        if (labels.Length == 0) command.Append($", where LABELS is a file of shape {ArrayShape.Text(first.LeadingAxes)}{(first.Use.Kind == UseKind.Sequences ? $" or ({first.Shape[0]},)" : "")}");
        return command.ToString();
    }

    /// <summary>Gives one command for files that are alike and whose names differ in their last number, which then is the checkpoint; null when they are not.</summary>
    public static string? ForCheckpoints(IReadOnlyList<InspectedFile> alike, IReadOnlyList<InspectedFile> all)
    {
        var patterns = alike.Select(file => LastNumber().Replace(file.File, Wildcard.StepMark)).Distinct().ToArray();
        if (patterns is not [var pattern] || !Path.GetFileName(pattern).Contains(Wildcard.StepMark, StringComparison.Ordinal)) return null;
        // Labels are the same for every checkpoint, and so cannot come out of its file.
        var checkpoints = new InspectedFile { File = pattern, Items = [.. alike[0].Items.Where(item => item.Use.Kind != UseKind.Labels).Select(item => item with { File = pattern })] };
        return For(checkpoints, [.. all.Except(alike)]);
    }

    [GeneratedRegex(@"\d+(?=\D*$)")]
    private static partial Regex LastNumber();

    private static string? WithoutActivations(InspectedFile file)
    {
        if (file.Items.FirstOrDefault(item => item.Use.Kind == UseKind.Labels) is { } labels) return $"infoscope compare ACTIVATIONS --labels {ShellText.Quoted($"{NameOf(labels)}={Source(labels)}")}";
        if (file.Items.FirstOrDefault(item => item.Use.Kind == UseKind.Attention) is { } attention) return $"infoscope compare ACTIVATIONS --labels NAME=LABELS --attention {ShellText.Quoted(attention.Specification)}";
        return null;
    }

    // The file when all that fits is wanted, else the key, or the beginning that the keys share.
    private static string Activations(InspectedFile file, Inspected[] taken)
    {
        if (file.Items.Count == 1 && file.Unreadable.Count == 0) return taken[0].Specification;
        if (taken.Length == 1) return taken[0].Specification;
        var shared = taken[0].Key;
        foreach (var item in taken) shared = shared[..shared.Zip(item.Key).TakeWhile(pair => pair.First == pair.Second).Count()];
        shared = shared.TrimEnd("0123456789".ToCharArray());
        var isTheirs = shared.Length > 0 && !Wildcard.IsPattern(shared) && file.Items.Count(item => item.Key.StartsWith(shared, StringComparison.Ordinal)) == taken.Length;
        return isTheirs ? $"{file.File}:{shared}*" : file.File;
    }

    private static string Source(Inspected labels)
    {
        var areTokens = labels.Use.Kind == UseKind.Labels && labels.Shape.Count == 2 && labels.Numbers is not null && labels.Specification.Contains("token", StringComparison.OrdinalIgnoreCase);
        return areTokens ? $"ngram:1:{labels.Specification}" : labels.Specification;
    }

    private static string NameOf(Inspected labels)
    {
        var text = labels.Key.Length > 0 ? labels.Key : Path.GetFileNameWithoutExtension(labels.File);
        var name = new string([.. text.Split('/')[^1].Take(LongestName).Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')]).Trim('-');
        return name.Length > 0 ? name : "y";
    }

    private static string Unused(HashSet<string> names, string name)
    {
        var unused = name;
        for (var number = 2; !names.Add(unused); number++) unused = $"{name}{number}";
        return unused;
    }

    private static string NotAnOption(string word) => word.StartsWith('-') ? "./" + word : word;
}
