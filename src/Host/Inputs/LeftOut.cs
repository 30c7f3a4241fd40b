using System.Text.RegularExpressions;

namespace Infoscope.Host.Inputs;

/// <summary>An array or a file that was passed over, and why.</summary>
internal sealed partial record LeftOut(string Key, IReadOnlyList<long> Shape, string Reason)
{
    /// <summary>Gets the whole sentence that refuses a file, with what to do about it; null when an array was passed over.</summary>
    public string? Refusal { get; private init; }

    /// <summary>Makes it of a file that cannot be opened.</summary>
    public static LeftOut File(string path, string refusal)
    {
        var name = Path.GetFileName(path);
        return new(name, [], Remedy().Replace(refusal.Replace(path, name, StringComparison.Ordinal), "")) { Refusal = refusal };
    }

    public override string ToString() => Shape.Count == 0 ? Reason : $"{Key} of shape {ArrayShape.Text(Shape)} {Reason}";

    // Nobody asked for the file, so what to do about it is left to the one who does.
    [GeneratedRegex("[,;:] (so|if|save|name|fetch|check|change|copy|split) .*$")]
    private static partial Regex Remedy();
}
