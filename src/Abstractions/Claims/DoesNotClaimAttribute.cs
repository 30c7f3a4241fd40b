namespace Infoscope;

/// <summary>States that an estimator does not obey a law, and why; the battery points out a law that is never falsified.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DoesNotClaimAttribute : Attribute
{
    /// <summary>Disclaims a law.</summary>
    public DoesNotClaimAttribute(Law law) => Law = law;

    /// <summary>Gets the law.</summary>
    public Law Law { get; }

    /// <summary>Gets or sets the reason, one sentence.</summary>
    public required string Because { get; set; }

    /// <summary>Gets or sets the quantity it is about; null is every quantity the law speaks of.</summary>
    public string? Quantity { get; set; }
}
