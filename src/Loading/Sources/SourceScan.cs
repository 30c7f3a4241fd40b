using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Infoscope.Loading;

/// <summary>Refuses, before anything is parsed, text whose nesting would take the parser's stack and with it the process.</summary>
/// <remarks>
/// The limits are far beyond what is written by hand. The text is looked at first, because the lexer descends into directives and interpolated strings; then the tokens, which the lexer tells apart
/// from comments, strings and text that is left out, just as the parser will see them. Linear in the length of the text.
/// </remarks>
internal static class SourceScan
{
    private const int Deepest = 500;
    private const int MostInDirective = 500;
    private const int MostInterpolated = 5000;
    private const int MostBracketsBesideInterpolated = 100_000;
    private const int MostInsideInterpolated = 1000;
    private const int MostRanks = 100;

    /// <summary>Checks a text.</summary>
    /// <exception cref="PluginLoadException">It is nested beyond a limit.</exception>
    public static void Check(string text, string path, CSharpParseOptions parsing, CancellationToken cancellation)
    {
        if ((WrongText(text) ?? WrongToken(text, parsing, cancellation)) is { } wrong)
            throw new PluginLoadException(PluginFailure.BadSource, path, FormattableString.Invariant($"{path} {wrong.What} on line {LineOf(text, wrong.Position)}; make it simpler."));
    }

    // What stands in strings and comments is counted as well: to leave it out takes the lexer.
    private static (string What, int Position)? WrongText(string text)
    {
        var (inDirective, operators, interpolated, brackets) = (false, 0, 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\n' or '\r' or '\u0085' or '\u2028' or '\u2029':
                    (inDirective, operators) = (false, 0);
                    break;
                case '#':
                    inDirective = true;
                    break;
                case '$' when i + 1 < text.Length && text[i + 1] is '"' or '@':
                    if (++interpolated > MostInterpolated) return ($"has more than {MostInterpolated} interpolated strings", i);
                    break;
                case '(' or '[' or '{' when interpolated > 0:
                    if (++brackets > MostBracketsBesideInterpolated) return ($"has more than {MostBracketsBesideInterpolated} brackets beside an interpolated string", i);
                    break;
            }

            if (inDirective && text[i] is '(' or '!' or '&' or '|' or '=' && ++operators > MostInDirective) return ($"has more than {MostInDirective} operators in a directive", i);
        }

        return null;
    }

    private static (string What, int Position)? WrongToken(string text, CSharpParseOptions parsing, CancellationToken cancellation)
    {
        var open = new Stack<SyntaxKind>();
        var (angles, ranks, before) = (0, 0, SyntaxKind.None);
        foreach (var token in SyntaxFactory.ParseTokens(text, options: parsing))
        {
            cancellation.ThrowIfCancellationRequested();
            var kind = token.Kind();
            // A bracket that closes nothing is passed over, so that none can hide the depth of those that are open.
            if (kind is SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken or SyntaxKind.OpenBraceToken) open.Push(kind);
            else if (open.TryPeek(out var last) && Closes(last, kind)) open.Pop();
            if (open.Count > Deepest) return ($"nests brackets more than {Deepest} deep", token.SpanStart);

            angles = kind switch
            {
                SyntaxKind.LessThanToken => angles + 1,
                SyntaxKind.GreaterThanToken => Math.Max(angles - 1, 0),
                SyntaxKind.SemicolonToken or SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken or SyntaxKind.EqualsGreaterThanToken => 0,
                _ => angles,
            };
            if (angles > Deepest) return ($"nests type arguments more than {Deepest} deep", token.SpanStart);

            ranks = kind switch
            {
                SyntaxKind.CloseBracketToken => ranks + 1,
                // A comma behind a bracket separates, as in a list of empty lists.
                SyntaxKind.CommaToken when before is SyntaxKind.CloseBracketToken => 0,
                SyntaxKind.OpenBracketToken or SyntaxKind.CommaToken or SyntaxKind.QuestionToken or SyntaxKind.AsteriskToken => ranks,
                _ => 0,
            };
            before = kind;
            if (ranks > MostRanks) return ($"nests arrays more than {MostRanks} deep", token.SpanStart);
            if (kind is SyntaxKind.InterpolatedStringToken && token.Text.Count(letter => letter is '(' or '[' or '{' or '<') > MostInsideInterpolated)
                return ($"has more than {MostInsideInterpolated} brackets in one interpolated string", token.SpanStart);
        }

        return null;
    }

    private static bool Closes(SyntaxKind open, SyntaxKind kind) => (open, kind) is
        (SyntaxKind.OpenParenToken, SyntaxKind.CloseParenToken) or (SyntaxKind.OpenBracketToken, SyntaxKind.CloseBracketToken) or (SyntaxKind.OpenBraceToken, SyntaxKind.CloseBraceToken);

    private static int LineOf(string text, int position) => text.AsSpan(0, position).Count('\n') + 1;
}
