namespace Infoscope;

/// <summary>Declares an argument of a label source.</summary>
/// <remarks>
/// Arguments without <see cref="Optional"/> are given in order of <see cref="Position"/>, with colons between; an array comes last of these. Optional ones
/// follow as <c>name=value</c>: <c>ngram:2:tokens.npy:pad=0</c>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class LabelArgumentAttribute : Attribute
{
    /// <summary>Declares an argument by its place, name and kind.</summary>
    public LabelArgumentAttribute(int position, string name, LabelArgumentKind kind)
    {
        Position = position;
        Name = name;
        Kind = kind;
    }

    /// <summary>Gets the place among the arguments, counted from 0.</summary>
    public int Position { get; }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets the kind.</summary>
    public LabelArgumentKind Kind { get; }

    /// <summary>Gets or sets whether it may be left out.</summary>
    public bool Optional { get; set; }

    /// <summary>Gets or sets the one-sentence description.</summary>
    public string Summary { get; set; } = "";
}
