namespace Infoscope;

/// <summary>What an argument of a label source is; the engine reads it accordingly.</summary>
public enum LabelArgumentKind
{
    /// <summary>A whole number of at least 0.</summary>
    Count,

    /// <summary>Any number.</summary>
    Number,

    /// <summary>A file, or a file and a key, opened as an array.</summary>
    Array,

    /// <summary>The name of another label set of the comparison.</summary>
    LabelSet,

    /// <summary>Names of other label sets, with commas between.</summary>
    LabelSets,

    /// <summary>A word or a name, as it is written.</summary>
    /// <remarks>Since contract 1.2.</remarks>
    Text,

    /// <summary>A file that gives the names of labels other names: a CSV whose first column is the name and whose second is the new one, or an array of one axis in which the name is the index.</summary>
    /// <remarks>Since contract 1.2.</remarks>
    Mapping,
}
