using Infoscope.Formats;

namespace Infoscope.Host.Inspection;

/// <summary>An array or a column that was inspected: what it is, what is in it, and what compare would do with it.</summary>
internal sealed record Inspected
{
    /// <summary>Gets the file, as the user named it.</summary>
    public required string File { get; init; }

    /// <summary>Gets the key of the array or the name of the column; empty for the array of a .npy file.</summary>
    public required string Key { get; init; }

    /// <summary>Gets whether it is a column of a table.</summary>
    public bool IsColumn { get; init; }

    /// <summary>Gets the length of each axis.</summary>
    public required IReadOnlyList<long> Shape { get; init; }

    /// <summary>Gets the word for the elements, such as float16.</summary>
    public required string ElementWord { get; init; }

    /// <summary>Gets what compare would take it as.</summary>
    public required Use Use { get; init; }

    /// <summary>Gets what the numbers are; null for texts.</summary>
    public NumberSummary? Numbers { get; init; }

    /// <summary>Gets the number of different texts; null for arrays of numbers.</summary>
    public DistinctCount? DifferentTexts { get; init; }

    /// <summary>Gets how many texts are empty, or -1, both of which are rows without a label; null for arrays of numbers.</summary>
    public long? Unlabelled { get; init; }

    /// <summary>Gets the first few different texts.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>Gets FILE, FILE:KEY or FILE.csv:COLUMN.</summary>
    public string Specification => Key.Length == 0 ? File : $"{File}:{Key}";

    /// <summary>Gets the axes before the features.</summary>
    public IReadOnlyList<long> LeadingAxes => [.. Shape.Take(Shape.Count - 1)];
}
