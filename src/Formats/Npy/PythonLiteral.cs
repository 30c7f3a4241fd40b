using System.Globalization;
using System.Text;

namespace Infoscope.Formats;

/// <summary>Reads the Python literals of which a .npy header is made: text, whole number, True, False, None, tuple, list, dictionary with text keys.</summary>
/// <remarks>Gives string, long, bool, null, <see cref="PythonTuple"/>, a list of objects, or a dictionary. Strict: one literal and blanks, nothing else.</remarks>
internal sealed class PythonLiteral
{
    // A structured type nests a few levels; a header made of brackets must not overflow the stack.
    private const int DeepestNesting = 16;

    private readonly string text;
    private int position;

    private PythonLiteral(string text) => this.text = text;

    /// <summary>Reads a text that holds one literal.</summary>
    /// <exception cref="FormatException">It is not one; the message says what is wrong where.</exception>
    public static object? Parse(string text)
    {
        var reader = new PythonLiteral(text);
        var value = reader.Value(0);
        reader.SkipBlanks();
        return reader.position == text.Length ? value : throw reader.Wrong("the end");
    }

    private object? Value(int depth)
    {
        if (depth > DeepestNesting) throw new FormatException($"brackets nest deeper than {DeepestNesting}");
        SkipBlanks();
        if (position == text.Length) throw Wrong("a value");
        switch (text[position])
        {
            case '\'' or '"': return Text();
            case '(': return Tuple(depth);
            case '[':
                position++;
                return Items(']', depth).Items;
            case '{': return Dictionary(depth);
            case '-' or (>= '0' and <= '9'): return Number();
        }

        if (Take("True")) return true;
        if (Take("False")) return false;
        if (Take("None")) return null;
        throw Wrong("a value");
    }

    private object? Tuple(int depth)
    {
        position++;
        var (items, endsWithComma) = Items(')', depth);
        // (3) is a number in brackets, (3,) is a tuple.
        return items.Count == 1 && !endsWithComma ? items[0] : new PythonTuple(items);
    }

    private (List<object?> Items, bool EndsWithComma) Items(char close, int depth)
    {
        var items = new List<object?>();
        var comma = false;
        while (true)
        {
            SkipBlanks();
            if (Take(close)) return (items, comma);
            if (items.Count > 0 && !comma) throw Wrong($"',' or '{close}'");
            items.Add(Value(depth + 1));
            SkipBlanks();
            comma = Take(',');
        }
    }

    private Dictionary<string, object?> Dictionary(int depth)
    {
        position++;
        var entries = new Dictionary<string, object?>(StringComparer.Ordinal);
        var comma = true;
        while (true)
        {
            SkipBlanks();
            if (Take('}')) return entries;
            if (!comma) throw Wrong("',' or '}'");
            if (position == text.Length || text[position] is not ('\'' or '"')) throw Wrong("a key in quotes");
            var key = Text();
            SkipBlanks();
            if (!Take(':')) throw Wrong("':'");
            if (!entries.TryAdd(key, Value(depth + 1))) throw new FormatException($"the key '{key}' comes twice");
            SkipBlanks();
            comma = Take(',');
        }
    }

    private string Text()
    {
        var quote = text[position++];
        var value = new StringBuilder();
        while (position < text.Length && text[position] != quote)
        {
            // Only names of fields can hold a backslash, and fields are refused: the escaped character stands for itself.
            if (text[position] == '\\' && position + 1 < text.Length) position++;
            value.Append(text[position++]);
        }

        return Take(quote) ? value.ToString() : throw Wrong("a closing quote");
    }

    private long Number()
    {
        var start = position;
        if (text[position] == '-') position++;
        while (position < text.Length && char.IsAsciiDigit(text[position])) position++;
        if (!long.TryParse(text.AsSpan(start, position - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            throw new FormatException($"character {start} does not begin a whole number of 64 bits");
        // Python 2 wrote long integers as 3L.
        Take('L');
        return value;
    }

    private bool Take(char wanted)
    {
        if (position == text.Length || text[position] != wanted) return false;
        position++;
        return true;
    }

    private bool Take(string word)
    {
        if (string.CompareOrdinal(text, position, word, 0, word.Length) != 0) return false;
        position += word.Length;
        return true;
    }

    private void SkipBlanks()
    {
        while (position < text.Length && text[position] is (' ' or '\n' or '\t' or '\r')) position++;
    }

    private FormatException Wrong(string expected) =>
        new(position == text.Length ? $"it ends where {expected} should stand" : $"character {position} is '{text[position]}' where {expected} should stand");
}
