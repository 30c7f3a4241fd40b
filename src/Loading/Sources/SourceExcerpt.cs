using System.Globalization;
using System.Text;

namespace Infoscope.Loading;

/// <summary>A line of a source file with a caret below it.</summary>
internal static class SourceExcerpt
{
    private const int TabWidth = 4;
    private const int LeastNumberWidth = 5;

    // Columns of the line that are shown, and those left of the caret where it is cut.
    private const int Widest = 110;
    private const int Before = 70;
    private const string Cut = "...";

    /// <summary>Gives the line with its number, and the caret.</summary>
    /// <param name="number">The number of the line, from 1.</param>
    /// <param name="line">The text of the line.</param>
    /// <param name="position">The index of the character that the caret points at; the length of the line points behind it.</param>
    public static IReadOnlyList<string> Of(int number, string line, int position)
    {
        var (cells, caret) = Cells(line, position);
        var margin = number.ToString(CultureInfo.InvariantCulture).PadLeft(LeastNumberWidth);
        var (from, to) = Window(cells, caret);
        var shown = new StringBuilder();
        var (column, columnOfCaret) = (0, 0);
        if (from > 0) Append(Cut, Cut.Length);
        for (var cell = from; cell < to; cell++)
        {
            if (cell == caret) columnOfCaret = column;
            Append(cells[cell].Text, cells[cell].Width);
        }

        if (caret >= to) columnOfCaret = column;
        if (to < cells.Count) Append(Cut, Cut.Length);
        return [$"{margin} | {shown.ToString().TrimEnd()}".TrimEnd(), $"{new string(' ', margin.Length)} | {new string(' ', columnOfCaret)}^"];

        void Append(string text, int width)
        {
            shown.Append(text);
            column += width;
        }
    }

    // One cell for each character that takes room, with what combines with it.
    private static (List<(string Text, int Width)> Cells, int Caret) Cells(string line, int position)
    {
        var cells = new List<(string Text, int Width)>();
        var (index, column, caret) = (0, 0, -1);
        foreach (var rune in line.EnumerateRunes())
        {
            var width = WidthOf(rune, column);
            if (caret < 0 && index + rune.Utf16SequenceLength > position) caret = width == 0 && cells.Count > 0 ? cells.Count - 1 : cells.Count;
            if (width == 0 && cells.Count > 0) cells[^1] = (cells[^1].Text + rune, cells[^1].Width);
            else cells.Add((TextOf(rune, width), width));
            index += rune.Utf16SequenceLength;
            column += width;
        }

        return (cells, caret < 0 ? cells.Count : caret);
    }

    private static (int From, int To) Window(List<(string Text, int Width)> cells, int caret)
    {
        if (cells.Sum(cell => cell.Width) <= Widest) return (0, cells.Count);
        var from = Math.Min(caret, cells.Count);
        for (var room = Before; from > 0 && cells[from - 1].Width <= room; from--) room -= cells[from - 1].Width;
        var to = from;
        for (var room = Widest; to < cells.Count && cells[to].Width <= room; to++) room -= cells[to].Width;
        return (from, to);
    }

    // Control characters and those that turn the direction of writing would make the terminal show something else.
    private static string TextOf(Rune rune, int width) => rune.Value == '\t' ? new string(' ', width) : IsInvisible(rune) ? "\uFFFD" : rune.ToString();

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static int WidthOf(Rune rune, int column)
    {
        if (rune.Value == '\t') return TabWidth - (column % TabWidth);
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark) return 0;
        return IsWide(rune.Value) ? 2 : 1;
    }

    // The blocks of East Asian wide and fullwidth characters, and of pictures, to which terminals give two columns.
    private static bool IsWide(int value) => value is
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0xA4CF) or (>= 0xA960 and <= 0xA97F) or (>= 0xAC00 and <= 0xD7A3)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1F64F)
        or (>= 0x1F680 and <= 0x1F6FF) or (>= 0x1F900 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
}
