using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Infoscope.Analyzers.Tests;

/// <summary>Code with the places that a rule reports between <c>[|</c> and <c>|]</c>.</summary>
internal sealed class MarkedCode
{
    private const string Open = "[|";
    private const string Close = "|]";

    public MarkedCode(string marked)
    {
        var code = new StringBuilder();
        var spans = new List<TextSpan>();
        var starts = new Stack<int>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked.AsSpan(i).StartsWith(Open)) starts.Push(code.Length);
            else if (marked.AsSpan(i).StartsWith(Close)) spans.Add(TextSpan.FromBounds(starts.Pop(), code.Length));
            else
            {
                code.Append(marked[i]);
                continue;
            }

            i++;
        }

        Assert.Empty(starts);
        Code = code.ToString();
        Spans = [.. spans.OrderBy(span => span.Start).ThenBy(span => span.Length)];
    }

    public string Code { get; }

    public IReadOnlyList<TextSpan> Spans { get; }
}
