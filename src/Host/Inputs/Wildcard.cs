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
                text.Append(pattern.IndexOf(StepMark, StringComparison.Ordinal) == i ? "(?<step>.+?)" : "\\k<step>");
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

    /// <summary>Matches a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="step">What stood for {step}; empty without one.</param>
    public bool Matches(string name, out string step)
    {
        var match = expression.Match(name);
        step = match.Success ? match.Groups["step"].Value : "";
        return match.Success;
    }
}
