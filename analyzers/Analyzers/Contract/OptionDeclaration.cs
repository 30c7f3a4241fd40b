using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Infoscope.Analyzers.Contract;

/// <summary>A property with [Option], as the host would read it.</summary>
internal sealed class OptionDeclaration
{
    public OptionDeclaration(IPropertySymbol property, AttributeData attribute)
    {
        Property = property;
        Attribute = attribute;
        Name = ContractNames.KebabCase(property.Name);
        IsNullable = property.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
        Type = IsNullable ? ((INamedTypeSymbol)property.Type).TypeArguments[0] : property.Type;
    }

    public IPropertySymbol Property { get; }

    public AttributeData Attribute { get; }

    /// <summary>Gets the name by which a user sets it.</summary>
    public string Name { get; }

    /// <summary>Gets the type without the nullable around it.</summary>
    public ITypeSymbol Type { get; }

    public bool IsNullable { get; }

    public bool IsNumber => Type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double;

    public double Minimum => Bound("Minimum") ?? double.NegativeInfinity;

    public double Maximum => Bound("Maximum") ?? double.PositiveInfinity;

    /// <summary>Gives the options of a type, inherited ones included, as reflection finds them.</summary>
    public static IEnumerable<OptionDeclaration> Of(INamedTypeSymbol type, INamedTypeSymbol optionAttribute)
    {
        var seen = new HashSet<string>();
        for (var one = type; one is not null; one = one.BaseType)
        {
            foreach (var property in one.GetMembers().OfType<IPropertySymbol>())
            {
                if (property.DeclaredAccessibility != Accessibility.Public || property.IsStatic || !seen.Add(property.Name)) continue;
                if (AttributeOf(property, optionAttribute) is { } attribute) yield return new(property, attribute);
            }
        }
    }

    /// <summary>Tells whether the host would read a text as a value of the option, as far as that can be told here.</summary>
    public bool Admits(string text) => Type switch
    {
        { SpecialType: SpecialType.System_Boolean } => bool.TryParse(text, out _),
        { SpecialType: SpecialType.System_Int32 } => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && IsWithin(number),
        { SpecialType: SpecialType.System_Int64 } => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && IsWithin(number),
        { SpecialType: SpecialType.System_Double } => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && IsWithin(number),
        { TypeKind: TypeKind.Enum } => Members().Contains(text),
        _ => true,
    };

    /// <summary>Tells whether a number lies within the stated range.</summary>
    public bool IsWithin(double number) => number >= Minimum && number <= Maximum;

    /// <summary>Gets what is allowed, in words.</summary>
    public string Allowed() =>
        Attribute.TryText("Allowed", out var words) && words is not null ? words
        : Type.SpecialType == SpecialType.System_Boolean ? "true | false"
        : Type.TypeKind == TypeKind.Enum ? string.Join(" | ", Members())
        : string.Format(CultureInfo.InvariantCulture, "{0} from {1} to {2}", Type.SpecialType == SpecialType.System_Double ? "a number" : "a whole number", Minimum, Maximum);

    private static AttributeData? AttributeOf(IPropertySymbol property, INamedTypeSymbol optionAttribute)
    {
        for (var one = property; one is not null; one = one.OverriddenProperty)
        {
            if (one.FirstOf(optionAttribute) is { } attribute) return attribute;
        }

        return null;
    }

    private IEnumerable<string> Members() => Type.GetMembers().OfType<IFieldSymbol>().Where(member => member.HasConstantValue).Select(member => ContractNames.KebabCase(member.Name));

    private double? Bound(string property) => Attribute.Sets(property) is { Kind: TypedConstantKind.Primitive, Value: double value } ? value : null;
}
