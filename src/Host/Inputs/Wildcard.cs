using System.Text;
using System.Text.RegularExpressions;

namespace Infoscope.Host.Inputs;

/// <summary>A pattern with * and ? for any characters and {step} for a checkpoint, over names without folders.</summary>
internal sealed class Wildcard
{
    public const string StepMark = "{step}";

    private readonly Regex expression;

    public Wildcard(string pattern)
    {
        var text = new StringBuilder("^");
        for (var i = 0; i < pattern.Length; i++)
        {
            if (string.CompareOrdinal(pattern, i, StepMark, 0, StepMark.Length) == 0)
            {
                text.Append(pattern.IndexOf(StepMark, StringComparison.Ordinal) == i ? "(?<step>.+?)" : "(?<again>\\k<step>)");
                i += StepMark.Length - 1;
            }
            else
            {
                text.Append(pattern[i] switch { '*' => ".*", '?' => ".", var plain => Regex.Escape(plain.ToString()) });
            }
        }

        expression = new Regex(text.Append('$').ToString(), RegexOptions.CultureInvariant | RegexOptions.Singleline);
    }

    /// <summary>Tells whether a text has anything but itself to match.</summary>
    public static bool IsPattern(string text) => text.IndexOfAny(['*', '?']) >= 0 || text.Contains(StepMark, StringComparison.Ordinal);

    /// <summary>Matches a name; null when it does not match.</summary>
    /// <returns>What stood for {step}, empty without one, and the name with {step} put back in its places.</returns>
    public (string Step, string Marked)? Match(string name)
    {
        var match = expression.Match(name);
        if (!match.Success) return null;
        var marked = new StringBuilder(name);
        foreach (var part in match.Groups["step"].Captures.Concat(match.Groups["again"].Captures).OrderByDescending(part => part.Index))
            marked.Remove(part.Index, part.Length).Insert(part.Index, StepMark);
        return (match.Groups["step"].Value, marked.ToString());
    }
}
