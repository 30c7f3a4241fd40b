namespace Infoscope;

/// <summary>Names a label source; read from metadata, so listing runs none of its code.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LabelSourceAttribute : Attribute
{
    /// <summary>Names the source by the word that starts its specification, such as <c>ngram</c> in <c>ngram:2:tokens.npy</c>.</summary>
    public LabelSourceAttribute(string id) => Id = id;

    /// <summary>Gets the word, at least two lower-case letters with hyphens.</summary>
    public string Id { get; }

    /// <summary>Gets or sets the one-sentence description.</summary>
    public string Summary { get; set; } = "";
}
