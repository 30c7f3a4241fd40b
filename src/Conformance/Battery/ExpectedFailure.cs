namespace Infoscope.Conformance;

/// <summary>A law that is known to fail, and why; an expected failure that does not happen is an error, so that none is forgotten.</summary>
public sealed record ExpectedFailure
{
    /// <summary>Gets the law.</summary>
    public required Law Law { get; init; }

    /// <summary>Gets the quantity; null is every quantity.</summary>
    public string? Quantity { get; init; }

    /// <summary>Gets the reason.</summary>
    public required string Because { get; init; }
}
