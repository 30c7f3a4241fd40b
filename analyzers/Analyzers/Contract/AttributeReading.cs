using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Infoscope.Analyzers.Contract;

/// <summary>Reads attributes and finds their places; what does not compile yet is as if it were not there.</summary>
internal static class AttributeReading
{
    /// <summary>Gives the attributes of one type on a symbol; none where this contract does not have the type.</summary>
    public static IEnumerable<AttributeData> AllOf(this ISymbol symbol, INamedTypeSymbol? attributeType) =>
        attributeType is null ? [] : symbol.GetAttributes().Where(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, attributeType));

    /// <summary>Gives the first attribute of one type on a symbol; null for none.</summary>
    public static AttributeData? FirstOf(this ISymbol symbol, INamedTypeSymbol? attributeType) => symbol.AllOf(attributeType).FirstOrDefault();

    /// <summary>Reads a text among the constructor's arguments.</summary>
    /// <returns>False where there is none that can be read.</returns>
    public static bool TryText(this AttributeData attribute, int position, out string? text)
    {
        text = null;
        return position < attribute.ConstructorArguments.Length && IsText(attribute.ConstructorArguments[position], ref text);
    }

    /// <summary>Reads a text that a property is set to.</summary>
    /// <returns>False where it is not set, or to what cannot be read.</returns>
    public static bool TryText(this AttributeData attribute, string property, out string? text)
    {
        text = null;
        return attribute.Sets(property) is { } value && IsText(value, ref text);
    }

    /// <summary>Gives what a property is set to; null where it is not set.</summary>
    public static TypedConstant? Sets(this AttributeData attribute, string property)
    {
        foreach (var named in attribute.NamedArguments)
        {
            if (named.Key == property) return named.Value;
        }

        return null;
    }

    /// <summary>Gives the name of the member of an enum among the constructor's arguments; null where it cannot be read.</summary>
    public static string? EnumMember(this AttributeData attribute, int position)
    {
        if (position >= attribute.ConstructorArguments.Length || attribute.ConstructorArguments[position] is not { Kind: TypedConstantKind.Enum, Type: { } type, Value: { } value }) return null;
        return type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(member => member.HasConstantValue && value.Equals(member.ConstantValue))?.Name;
    }

    /// <summary>Gives the place of an attribute.</summary>
    public static Location Place(this AttributeData attribute, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).GetLocation() ?? Location.None;

    /// <summary>Gives the place of a constructor's argument, or of the attribute where that cannot be found.</summary>
    public static Location Place(this AttributeData attribute, int position, CancellationToken cancellation)
    {
        if (Arguments(attribute, cancellation) is not { } arguments) return attribute.Place(cancellation);
        var name = attribute.AttributeConstructor?.Parameters.ElementAtOrDefault(position)?.Name;
        var argument = arguments.FirstOrDefault(one => one.NameColon is not null && one.NameColon.Name.Identifier.ValueText == name)
            ?? arguments.Where(one => one.NameEquals is null).ElementAtOrDefault(position);
        return argument?.Expression.GetLocation() ?? attribute.Place(cancellation);
    }

    /// <summary>Gives the place of what a property is set to, or of the attribute where that cannot be found.</summary>
    public static Location Place(this AttributeData attribute, string property, CancellationToken cancellation) =>
        Arguments(attribute, cancellation)?.FirstOrDefault(one => one.NameEquals?.Name.Identifier.ValueText == property)?.Expression.GetLocation() ?? attribute.Place(cancellation);

    private static IEnumerable<AttributeArgumentSyntax>? Arguments(AttributeData attribute, CancellationToken cancellation) =>
        (attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax)?.ArgumentList?.Arguments;

    private static bool IsText(TypedConstant constant, ref string? text)
    {
        if (constant.Kind != TypedConstantKind.Primitive || constant.Type?.SpecialType != SpecialType.System_String) return false;
        text = constant.Value as string;
        return true;
    }
}
