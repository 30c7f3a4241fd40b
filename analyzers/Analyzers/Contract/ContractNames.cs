using System.Text;

namespace Infoscope.Analyzers.Contract;

/// <summary>How ids and options are named, as the host reads them. Names nothing of Roslyn, so that the host asks it without loading a compiler.</summary>
internal static class ContractNames
{
    /// <summary>Tells whether an id is of lower-case letters and digits in words joined by hyphens, at least two characters and starting with a letter.</summary>
    public static bool IsId(string? id)
    {
        if (id is not { Length: >= 2 } || !IsLetter(id[0])) return false;
        for (var i = 1; i < id.Length; i++)
        {
            var joins = id[i] == '-' && id[i - 1] != '-' && i + 1 < id.Length;
            if (!joins && !IsLetter(id[i]) && id[i] is not (>= '0' and <= '9')) return false;
        }

        return true;
    }

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

    private static bool IsLetter(char one) => one is >= 'a' and <= 'z';
}
