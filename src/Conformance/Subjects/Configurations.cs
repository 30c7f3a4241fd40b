namespace Infoscope.Conformance;

/// <summary>Finds the configurations in which an estimator is verified.</summary>
/// <remarks>
/// They are: the options as they are set; then, each over these, the condition of every claim, the options of every <see cref="VerifyWithAttribute"/>, and every
/// other value of each option that is a flag or an enum. An option that the user sets stays as it is set.
/// </remarks>
internal static class Configurations
{
    /// <summary>Gives the configurations, each once, those as set first.</summary>
    /// <param name="subject">The estimator.</param>
    /// <param name="problems">Takes a sentence for each that a claim or a <see cref="VerifyWithAttribute"/> names and that is refused.</param>
    /// <exception cref="OptionException">The options that are set are refused.</exception>
    public static IReadOnlyList<Configuration> Of(Subject subject, ICollection<string> problems)
    {
        var found = new List<Configuration> { Resolve(subject, []) };
        IEnumerable<(string Text, string By)> named =
        [
            .. subject.Claims.Where(claim => claim.When is not null).Select(claim => (claim.When!, $"When = \"{claim.When}\" of {claim.Law}")),
            .. subject.VerifiedWith.Select(text => (text, $"[VerifyWith(\"{text}\")]")),
        ];
        foreach (var (text, by) in named.DistinctBy(one => one.Text))
        {
            if (WhyRefused(subject, found, [.. OptionText.Pairs(text)]) is { } reason) problems.Add($"{by}: {reason}");
        }

        // A choice may need another option beside it.
        foreach (var choice in Choices(subject)) WhyRefused(subject, found, [choice]);
        return found;
    }

    /// <summary>Gives the text of every option, by name, where some are set and the others are their defaults.</summary>
    /// <exception cref="OptionException">An option is unknown, unreadable or out of range.</exception>
    public static IReadOnlyDictionary<string, string> Resolved(Subject subject, IReadOnlyDictionary<string, string> texts)
    {
        if (subject.OptionsType is { } type) return subject.ValuesOf(texts).Resolve(type);
        return texts.Count == 0 ? new Dictionary<string, string>() : throw new OptionException($"{subject.Id} has no options; leave out '{texts.Keys.First()}={texts.Values.First()}'.");
    }

    private static string? WhyRefused(Subject subject, List<Configuration> found, IReadOnlyList<(string Name, string Value)> over)
    {
        try
        {
            Add(found, Resolve(subject, over));
            return null;
        }
        catch (OptionException refusal)
        {
            return refusal.Message;
        }
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
        var resolved = Resolved(subject, texts);
        subject.Estimator.Requires(subject.ValuesOf(texts));
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
