namespace Infoscope;

/// <summary>Names an estimator; read from metadata, so listing runs none of its code.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EstimatorAttribute : Attribute
{
    /// <summary>Names the estimator by an id in lower case with hyphens, unique among all plugins.</summary>
    public EstimatorAttribute(string id) => Id = id;

    /// <summary>Gets the id.</summary>
    public string Id { get; }

    /// <summary>Gets or sets the one-sentence description.</summary>
    public string Summary { get; set; } = "";

    /// <summary>Gets or sets the paper it follows.</summary>
    public required string Citation { get; set; }

    /// <summary>Gets or sets the options record; null when it has no options.</summary>
    public Type? Options { get; set; }
}
