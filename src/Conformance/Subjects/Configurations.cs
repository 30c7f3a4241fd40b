namespace Infoscope.Conformance;

/// <summary>Finds the configurations in which an estimator is verified.</summary>
/// <remarks>
/// They are: the options as they are set; then, each over these, the condition of every claim, the options of every <see cref="VerifyWithAttribute"/>, and every
/// other value of each option that is a flag or an enum. An option that the user sets stays as it is set.
/// </remarks>
internal static class Configurations
{
    /// <summary>Gives the configurations, each once, those as set first.</summary>
    /// <exception cref="OptionException">The options that are set, or those that a claim or a <see cref="VerifyWithAttribute"/> names, are refused.</exception>
    public static IReadOnlyList<Configuration> Of(Subject subject)
    {
        var found = new List<Configuration> { Resolve(subject, []) };
        var named = subject.Claims.Select(claim => claim.When).OfType<string>().Concat(subject.VerifiedWith);
        foreach (var text in named) Add(found, Resolve(subject, [.. OptionText.Pairs(text)]));
        foreach (var (name, value) in Choices(subject))
        {
            try
            {
                Add(found, Resolve(subject, [(name, value)]));
            }
            catch (OptionException)
            {
                // A choice that needs another option beside it.
            }
        }

        return found;
    }

    private static void Add(List<Configuration> found, Configuration one)
    {
        if (!found.Exists(other => Same(other.Resolved, one.Resolved))) found.Add(one);
    }

    private static bool Same(IReadOnlyDictionary<string, string> left, IReadOnlyDictionary<string, string> right) => left.All(option => right[option.Key] == option.Value);

    private static Configuration Resolve(Subject subject, IReadOnlyList<(string Name, string Value)> over)
    {
        var texts = new Dictionary<string, string>(subject.Options);
        foreach (var (name, value) in over) texts.TryAdd(name, value);
        var values = subject.ValuesOf(texts);
        if (subject.OptionsType is null && texts.Count > 0) throw new OptionException($"{subject.Id} has no options; leave out {texts.Keys.First()}.");
        var resolved = subject.OptionsType is null ? new Dictionary<string, string>() : values.Resolve(subject.OptionsType);
        subject.Estimator.Requires(values);
        return new Configuration { Texts = texts, Resolved = resolved };
    }

    private static IEnumerable<(string Name, string Value)> Choices(Subject subject)
    {
        if (subject.OptionsType is not { } type) yield break;
        foreach (var property in type.GetProperties().Where(property => Attribute.IsDefined(property, typeof(OptionAttribute))))
        {
            var name = OptionValues.KebabCase(property.Name);
            if (property.PropertyType == typeof(bool))
            {
                yield return (name, "true");
                yield return (name, "false");
            }
            else if (property.PropertyType.IsEnum)
            {
                foreach (var value in Enum.GetNames(property.PropertyType)) yield return (name, OptionValues.KebabCase(value));
            }
        }
    }
}
