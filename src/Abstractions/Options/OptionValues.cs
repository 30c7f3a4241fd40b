using System.Globalization;
using System.Reflection;
using System.Text;

namespace Infoscope;

/// <summary>What a user set for one plugin, bound to that plugin's options record.</summary>
/// <remarks>
/// Reads the record by reflection and keeps nothing of it, so that a plugin can be unloaded. Texts are read in the invariant culture.
/// Immutable and safe for any number of threads, as far as the opener of arrays is.
/// </remarks>
public sealed class OptionValues
{
    private readonly IReadOnlyDictionary<string, string> texts;
    private readonly Func<string, NumericArray> openArray;

    /// <summary>Holds what was set.</summary>
    /// <param name="owner">The id of the plugin, for messages.</param>
    /// <param name="texts">The text of each option that was set, by the option's name.</param>
    /// <param name="openArray">Opens the file that the text of a <see cref="NumericArray"/> option names.</param>
    public OptionValues(string owner, IReadOnlyDictionary<string, string> texts, Func<string, NumericArray> openArray)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(openArray);
        Owner = owner;
        this.texts = texts;
        this.openArray = openArray;
    }

    /// <summary>Gets the id of the plugin that the options belong to.</summary>
    public string Owner { get; }

    /// <summary>Gives options of which none is set.</summary>
    public static OptionValues None(string owner) =>
        new(owner, new Dictionary<string, string>(), text => throw new OptionException($"{owner}: no file can be opened here for '{text}'."));

    /// <summary>Describes the options of a record type, in the order of its properties.</summary>
    public static IReadOnlyList<OptionDescription> Describe(Type optionsType)
    {
        ArgumentNullException.ThrowIfNull(optionsType);
        var defaults = Activator.CreateInstance(optionsType)!;
        return [.. OptionProperties(optionsType).Select(option => new OptionDescription
        {
            Name = NameOf(option.Property),
            Summary = option.Attribute.Summary,
            Allowed = AllowedText(option.Property, option.Attribute),
            Default = TextOf(option.Property.GetValue(defaults)),
        })];
    }

    /// <summary>Makes the record with every set option in place and the defaults elsewhere.</summary>
    /// <exception cref="OptionException">An option is unknown, unreadable or out of range.</exception>
    public T Bind<T>()
        where T : class, new() => (T)Bind(typeof(T));

    /// <summary>Makes the record of a type with every set option in place and the defaults elsewhere.</summary>
    /// <exception cref="OptionException">An option is unknown, unreadable or out of range.</exception>
    public object Bind(Type optionsType)
    {
        ArgumentNullException.ThrowIfNull(optionsType);
        var options = OptionProperties(optionsType).ToDictionary(option => NameOf(option.Property));
        var record = Activator.CreateInstance(optionsType)!;
        foreach (var (name, text) in texts)
        {
            if (!options.TryGetValue(name, out var option))
                throw new OptionException($"{Owner} has no option '{name}'; it has {string.Join(", ", options.Keys.Order(StringComparer.Ordinal))}.");
            option.Property.SetValue(record, Read(option.Property, option.Attribute, name, text));
        }

        return record;
    }

    /// <summary>Gives the text of every option as it will be used, defaults included, by name.</summary>
    /// <exception cref="OptionException">An option is unknown, unreadable or out of range.</exception>
    public IReadOnlyDictionary<string, string> Resolve(Type optionsType)
    {
        var record = Bind(optionsType);
        return OptionProperties(optionsType).ToDictionary(option => NameOf(option.Property), option => TextOf(option.Property.GetValue(record)));
    }

    /// <summary>Gives the option name of a property: <c>AnchorsFile</c> is <c>anchors-file</c>.</summary>
    public static string KebabCase(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i])) text.Append('-');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    private static IEnumerable<(PropertyInfo Property, OptionAttribute Attribute)> OptionProperties(Type type) =>
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        orderby property.MetadataToken
        let attribute = property.GetCustomAttribute<OptionAttribute>()
        where attribute is not null
        select (property, attribute);

    private static string NameOf(PropertyInfo property) => KebabCase(property.Name);

    private static string TextOf(object? value) => value switch
    {
        null => "",
        Enum named => KebabCase(named.ToString()),
        bool flag => flag ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        NumericArray array => $"{array.Source} sha256:{array.ContentHash()}",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string AllowedText(PropertyInfo property, OptionAttribute attribute)
    {
        if (attribute.Allowed is not null) return attribute.Allowed;
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type.IsEnum) return string.Join(" | ", Enum.GetNames(type).Select(KebabCase));
        if (type == typeof(bool)) return "true | false";
        if (type == typeof(string)) return "text";
        if (type == typeof(NumericArray)) return "FILE or FILE:KEY";
        var noun = type == typeof(double) ? "a number" : "a whole number";
        return (double.IsNegativeInfinity(attribute.Minimum), double.IsPositiveInfinity(attribute.Maximum)) switch
        {
            (true, true) => noun,
            (false, true) => FormattableString.Invariant($"{noun}, at least {attribute.Minimum}"),
            (true, false) => FormattableString.Invariant($"{noun}, at most {attribute.Maximum}"),
            _ => FormattableString.Invariant($"{noun}, {attribute.Minimum} to {attribute.Maximum}"),
        };
    }

    private object Read(PropertyInfo property, OptionAttribute attribute, string name, string text)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type == typeof(string)) return text;
        if (type == typeof(NumericArray)) return openArray(text);
        OptionException Refused() => new($"{Owner}.{name} is '{text}'; allowed is {AllowedText(property, attribute)}.");
        if (type == typeof(bool)) return bool.TryParse(text, out var flag) ? flag : throw Refused();
        if (type.IsEnum)
            return Enum.GetNames(type).FirstOrDefault(value => KebabCase(value) == text) is { } found ? Enum.Parse(type, found) : throw Refused();

        object number;
        if (type == typeof(int)) number = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : throw Refused();
        else if (type == typeof(long)) number = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var wide) ? wide : throw Refused();
        else if (type == typeof(double)) number = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && !double.IsNaN(real) ? real : throw Refused();
        else throw new OptionException($"{Owner}.{name} has the type {type.Name}, which an option cannot have; allowed are int, long, double, bool, string, an enum and NumericArray.");
        var magnitude = Convert.ToDouble(number, CultureInfo.InvariantCulture);
        return magnitude >= attribute.Minimum && magnitude <= attribute.Maximum ? number : throw Refused();
    }
}
