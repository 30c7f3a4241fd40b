namespace Infoscope;

/// <summary>Makes a property of an options record an option that a user can set.</summary>
/// <remarks>
/// The option's name is the property's in lower case with hyphens: <c>AnchorsFile</c> is <c>anchors-file</c>. The property needs an <c>init</c> or <c>set</c>
/// accessor and one of the types int, long, double, bool, string, an enum, <see cref="NumericArray"/>, or a nullable one of these. Its initial value is the default.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OptionAttribute : Attribute
{
    /// <summary>Documents the option in one sentence.</summary>
    public OptionAttribute(string summary) => Summary = summary;

    /// <summary>Gets the one-sentence description.</summary>
    public string Summary { get; }

    /// <summary>Gets or sets the smallest allowed number.</summary>
    public double Minimum { get; set; } = double.NegativeInfinity;

    /// <summary>Gets or sets the largest allowed number.</summary>
    public double Maximum { get; set; } = double.PositiveInfinity;

    /// <summary>Gets or sets what is allowed, in words, for a text option that the plugin checks itself.</summary>
    public string? Allowed { get; set; }
}
