using System.Globalization;
using System.Text;

namespace Infoscope;

/// <summary>What a user set for one plugin, bound to that plugin's options record.</summary>
/// <remarks>
/// Reads the record by reflection and keeps nothing of it, so that a plugin can be unloaded. Texts are read in the invariant culture.
/// Immutable and safe for any number of threads, as far as the opener of arrays is.
/// </remarks>
public sealed class OptionValues
{
    private readonly Dictionary<string, string> texts;
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
        this.texts = new(texts, StringComparer.Ordinal);
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
        return [.. OptionProperty.Of(optionsType).Select(option => option.Describe(defaults))];
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
        var options = OptionProperty.Of(optionsType).ToDictionary(option => option.Name);
        var record = Activator.CreateInstance(optionsType)!;
        foreach (var (name, text) in texts)
        {
            if (!options.TryGetValue(name, out var option)) throw Unknown(name, options.Keys);
            option.SetIn(record, Read(option, text));
        }

        return record;
    }

    /// <summary>Gives the text of every option as it will be used, defaults included, by name.</summary>
    /// <exception cref="OptionException">An option is unknown, unreadable or out of range.</exception>
    public IReadOnlyDictionary<string, string> Resolve(Type optionsType)
    {
        var record = Bind(optionsType);
        return OptionProperty.Of(optionsType).ToDictionary(option => option.Name, option => option.TextIn(record));
    }

    /// <summary>Gives the option name of a property: <c>AnchorsFile</c> is <c>anchors-file</c>, <c>UseGPU</c> is <c>use-gpu</c>.</summary>
    public static string KebabCase(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            // A word starts at a capital, unless it continues a run of them; the last of a run starts the next word.
            var startsWord = char.IsUpper(name[i]) && i > 0 && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord) text.Append('-');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    private OptionException Unknown(string name, IReadOnlyCollection<string> known)
    {
        if (known.Count == 0) return new($"{Owner} has no option '{name}'; it has no options.");
        var meant = Suggestion.For(name, known) is { } suggestion ? $" Did you mean '{suggestion}'?" : "";
        return new($"{Owner} has no option '{name}'; it has {string.Join(", ", known.Order(StringComparer.Ordinal))}.{meant}");
    }

    private object Read(OptionProperty option, string text)
    {
        var type = option.Type;
        if (type == typeof(string)) return text;
        if (type == typeof(NumericArray)) return openArray(text);
        if (type == typeof(bool)) return bool.TryParse(text, out var flag) ? flag : throw Refused(option, text);
        if (type.IsEnum)
            return Enum.GetNames(type).FirstOrDefault(value => KebabCase(value) == text) is { } found ? Enum.Parse(type, found) : throw Refused(option, text);

        object number;
        if (type == typeof(int)) number = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : throw Refused(option, text);
        else if (type == typeof(long)) number = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var wide) ? wide : throw Refused(option, text);
        else if (type == typeof(double)) number = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real) ? real : throw Refused(option, text);
        else throw new OptionException($"{Owner}.{option.Name} has the type {type.Name}, which an option cannot have; allowed are int, long, double, bool, string, an enum and NumericArray.");
        return option.Admits(Convert.ToDouble(number, CultureInfo.InvariantCulture)) ? number : throw Refused(option, text);
    }

    private OptionException Refused(OptionProperty option, string text) => new($"{Owner}.{option.Name} is '{text}'; allowed is {option.Allowed}.");
}
