namespace Infoscope.Host.Verifying;

/// <summary>The names of laws as users type them: SamplePermutation, samplepermutation, sample-permutation.</summary>
internal static class LawNames
{
    /// <summary>Gets all laws in the order of reports.</summary>
    public static IReadOnlyList<Law> All { get; } = Enum.GetValues<Law>();

    /// <summary>Reads a name; null when it is none.</summary>
    public static Law? Parse(string name)
    {
        var letters = name.Replace("-", "", StringComparison.Ordinal);
        foreach (var law in All)
        {
            if (law.ToString().Equals(letters, StringComparison.OrdinalIgnoreCase)) return law;
        }

        return null;
    }

    /// <summary>Says that a name is none, and what may have been meant.</summary>
    public static string Unknown(string name)
    {
        var byKebab = name.Contains('-', StringComparison.Ordinal) ? All.Select(law => OptionValues.KebabCase(law.ToString())) : All.Select(law => law.ToString());
        return $"there is no law '{name}'; {Suggest.Sentence(name, byKebab)}";
    }
}
