namespace Infoscope.Loading;

/// <summary>An estimator, as the attributes of its class describe it.</summary>
/// <remarks>Read from metadata: none of the plugin's code has run. The attributes in it are the contract's own.</remarks>
public sealed record EstimatorDescription
{
    /// <summary>Gets the id, unique among the estimators of a catalog.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the one-sentence description.</summary>
    public required string Summary { get; init; }

    /// <summary>Gets the paper it follows.</summary>
    public required string Citation { get; init; }

    /// <summary>Gets the full name of the class.</summary>
    public required string TypeName { get; init; }

    /// <summary>Gets the full name of the options record; null when it has no options.</summary>
    public required string? OptionsTypeName { get; init; }

    /// <summary>Gets the ids of the quantities it gives, in the order in which they are declared.</summary>
    public required IReadOnlyList<string> Quantities { get; init; }

    /// <summary>Gets the laws it claims.</summary>
    public required IReadOnlyList<ClaimsAttribute> Claims { get; init; }

    /// <summary>Gets the laws it disclaims, with the reasons.</summary>
    public required IReadOnlyList<DoesNotClaimAttribute> Disclaimers { get; init; }

    /// <summary>Gets options under which the battery verifies it as well, each text as in <see cref="VerifyWithAttribute"/>.</summary>
    public required IReadOnlyList<string> VerifiedWith { get; init; }

    /// <summary>Gets the plugin it comes from.</summary>
    public required PluginIdentity Plugin { get; init; }
}
