using System.Globalization;
using System.Reflection;

namespace Infoscope;

/// <summary>A property of an options record that a user can set.</summary>
internal sealed class OptionProperty
{
    private readonly PropertyInfo property;
    private readonly OptionAttribute attribute;

    private OptionProperty(PropertyInfo property, OptionAttribute attribute)
    {
        this.property = property;
        this.attribute = attribute;
        Name = OptionValues.KebabCase(property.Name);
        Type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
    }

    /// <summary>Gets the name of the option.</summary>
    internal string Name { get; }

    /// <summary>Gets the type of the property, without the nullable around it.</summary>
    internal Type Type { get; }

    /// <summary>Gets what is allowed, in words.</summary>
    internal string Allowed => attribute.Allowed ?? (
        Type.IsEnum ? string.Join(" | ", Enum.GetNames(Type).Select(OptionValues.KebabCase))
        : Type == typeof(bool) ? "true | false"
        : Type == typeof(string) ? "text"
        : Type == typeof(NumericArray) ? "FILE or FILE:KEY"
        : AllowedNumbers(Type == typeof(double) ? "a number" : "a whole number"));

    /// <summary>Finds the options of a record type, in the order of its properties.</summary>
    internal static IReadOnlyList<OptionProperty> Of(Type optionsType) =>
    [
        .. from property in optionsType.GetProperties(BindingFlags.Public | BindingFlags.Instance)
           orderby property.MetadataToken
           let attribute = property.GetCustomAttribute<OptionAttribute>()
           where attribute is not null
           select new OptionProperty(property, attribute),
    ];

    /// <summary>Describes the option with the default that a record made without arguments has.</summary>
    internal OptionDescription Describe(object defaults) =>
        new() { Name = Name, Summary = attribute.Summary, Allowed = Allowed, Default = TextIn(defaults) };

    /// <summary>Tells whether a number lies within the stated range.</summary>
    internal bool Admits(double number) => number >= attribute.Minimum && number <= attribute.Maximum;

    /// <summary>Sets the option in a record.</summary>
    /// <exception cref="OptionException">The property has neither an <c>init</c> nor a <c>set</c> accessor.</exception>
    internal void SetIn(object record, object value)
    {
        if (!property.CanWrite)
            throw new OptionException($"option '{Name}' cannot be set: the property {property.DeclaringType?.Name}.{property.Name} needs an init or set accessor.");
        property.SetValue(record, value);
    }

    /// <summary>Writes the option's value in a record as a user would, in the invariant culture; empty for none.</summary>
    internal string TextIn(object record) => property.GetValue(record) switch
    {
        null => "",
        Enum named => OptionValues.KebabCase(named.ToString()),
        bool flag => flag ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        NumericArray array => $"{array.Source} sha256:{array.ContentHash()}",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        var value => value.ToString() ?? "",
    };

    private string AllowedNumbers(string noun) => (double.IsNegativeInfinity(attribute.Minimum), double.IsPositiveInfinity(attribute.Maximum)) switch
    {
        (true, true) => noun,
        (false, true) => FormattableString.Invariant($"{noun}, at least {attribute.Minimum}"),
        (true, false) => FormattableString.Invariant($"{noun}, at most {attribute.Maximum}"),
        _ => FormattableString.Invariant($"{noun}, {attribute.Minimum} to {attribute.Maximum}"),
    };
}
