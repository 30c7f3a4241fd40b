namespace Infoscope;

/// <summary>States that an estimator obeys a law; the battery tests it.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ClaimsAttribute : Attribute
{
    /// <summary>Claims a law in a sense.</summary>
    public ClaimsAttribute(Law law, Exactness exactness)
    {
        Law = law;
        Exactness = exactness;
    }

    /// <summary>Gets the law.</summary>
    public Law Law { get; }

    /// <summary>Gets the sense in which it holds.</summary>
    public Exactness Exactness { get; }

    /// <summary>Gets or sets the quantity it is about; null is every quantity the law speaks of.</summary>
    public string? Quantity { get; set; }

    /// <summary>Gets or sets the options under which it holds, as <c>option=value</c>, several joined by commas; null is always.</summary>
    public string? When { get; set; }
}
