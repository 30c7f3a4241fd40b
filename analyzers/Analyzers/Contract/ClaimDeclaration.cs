using Microsoft.CodeAnalysis;

namespace Infoscope.Analyzers.Contract;

/// <summary>A [Claims] or [DoesNotClaim] whose law can be read.</summary>
internal sealed class ClaimDeclaration
{
    public ClaimDeclaration(AttributeData attribute)
    {
        Attribute = attribute;
        Law = attribute.EnumMember(0)!;
        Exactness = attribute.EnumMember(1);
        attribute.TryText("Quantity", out var quantity);
        attribute.TryText("When", out var when);
        Quantity = quantity;
        When = when;
    }

    public AttributeData Attribute { get; }

    public string Law { get; }

    /// <summary>Gets the sense in which it is claimed; null for a disclaimer.</summary>
    public string? Exactness { get; }

    /// <summary>Gets the quantity that it names; null for every quantity the law speaks of.</summary>
    public string? Quantity { get; }

    /// <summary>Gets the options under which it holds; null for always.</summary>
    public string? When { get; }

    /// <summary>Gets the law and the quantity in words.</summary>
    public string Subject => Quantity is null ? Law : $"{Law} of {Quantity}";
}
