using System.Reflection.Metadata;

namespace Infoscope.Loading;

/// <summary>The arguments of one attribute; an enum is its number, a type its name.</summary>
internal readonly struct DecodedAttribute(CustomAttributeValue<string> value)
{
    /// <summary>Gives a constructor argument.</summary>
    public T? Fixed<T>(int position) => (T?)value.FixedArguments[position].Value;

    /// <summary>Gives a property's value, or the default of its type when it is not set.</summary>
    public T? Named<T>(string property) => value.NamedArguments.FirstOrDefault(argument => argument.Name == property) is { Name: not null } found ? (T?)found.Value : default;
}
