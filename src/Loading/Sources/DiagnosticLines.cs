using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Infoscope.Loading;

/// <summary>Shows diagnostics as the compiler does, each with its line of the file.</summary>
internal static class DiagnosticLines
{
    private const int Most = 20;
    private const string RulePrefix = "ISC";

    /// <summary>Gives the lines, errors first, each diagnostic once, at most twenty of them.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Diagnostic> diagnostics, string path)
    {
        var ordered = diagnostics
            .OrderByDescending(one => one.Severity)
            .ThenBy(one => one.Location.SourceSpan.Start)
            .ThenBy(one => one.Id, StringComparer.Ordinal)
            .Select(one => (IReadOnlyList<string>)[.. Lines(one, path)])
            .DistinctBy(lines => string.Join('\n', lines))
            .ToArray();
        var shown = ordered.Take(Most).SelectMany(lines => lines);
        return ordered.Length <= Most ? [.. shown] : [.. shown, FormattableString.Invariant($"and {ordered.Length - Most} more")];
    }

    private static IEnumerable<string> Lines(Diagnostic one, string path)
    {
        var message = string.Join(' ', one.GetMessage(CultureInfo.InvariantCulture).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        var said = $"{(one.Severity == DiagnosticSeverity.Error ? "error" : "warning")} {one.Id}: {message}";
        if (one.Location.SourceTree is { } tree && tree.FilePath == path)
        {
            // Where a #line directive says otherwise, the place in this file is meant all the same.
            var start = one.Location.GetLineSpan().StartLinePosition;
            yield return FormattableString.Invariant($"{path}({start.Line + 1},{start.Character + 1}): {said}");
            foreach (var line in SourceExcerpt.Of(start.Line + 1, tree.GetText().Lines[start.Line].ToString(), start.Character)) yield return line;
        }
        else
        {
            yield return $"{path}: {said}";
        }

        if (one.Id.StartsWith(RulePrefix, StringComparison.Ordinal)) yield return $"see: infoscope describe {one.Id}";
    }
}
