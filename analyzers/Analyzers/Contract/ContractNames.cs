using System.Text;
using System.Text.RegularExpressions;

namespace Infoscope.Analyzers.Contract;

/// <summary>How ids and options are named, as the host reads them.</summary>
internal static class ContractNames
{
    private static readonly Regex Id = new("^[a-z][a-z0-9]*(-[a-z0-9]+)*\\z", RegexOptions.CultureInvariant);

    /// <summary>Tells whether an id is of lower-case letters and digits in words joined by hyphens, at least two characters and starting with a letter.</summary>
    public static bool IsId(string? id) => id is { Length: >= 2 } && Id.IsMatch(id);

    /// <summary>Gives the option name of a property, or the option text of a member of an enum: <c>AnchorsFile</c> is <c>anchors-file</c>.</summary>
    public static string KebabCase(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = char.IsUpper(name[i]) && i > 0 && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord) text.Append('-');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
