namespace Infoscope.Host;

/// <summary>The pages of the rules for people who write plugins, as the repository has them.</summary>
internal static class RulePages
{
    private const string Folder = "rules/";
    private const string Extension = ".md";

    /// <summary>Gets the ids of the rules, in ordinal order.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    [
        .. typeof(RulePages).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^Extension.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Tells whether a name is meant as the id of a rule: ISC and a digit.</summary>
    public static bool IsMeant(string name) => name.Length > 3 && name.StartsWith("ISC", StringComparison.OrdinalIgnoreCase) && char.IsAsciiDigit(name[3]);

    /// <summary>Gives the page of a rule.</summary>
    /// <exception cref="UserError">There is no such rule.</exception>
    public static string Of(string name)
    {
        var id = name.ToUpperInvariant();
        using var page = typeof(RulePages).Assembly.GetManifestResourceStream($"{Folder}{id}{Extension}") ?? throw new UserError($"there is no rule '{name}'; {Suggest.Sentence(id, Ids)}");
        using var reader = new StreamReader(page);
        return reader.ReadToEnd();
    }
}
