namespace Infoscope.Compute;

/// <summary>The rows or the columns of a matrix, as vectors of one length.</summary>
internal readonly record struct Lines(CpuMatrix Matrix, bool AreColumns)
{
    public int Count => AreColumns ? Matrix.Columns : Matrix.Rows;

    public int Length => AreColumns ? Matrix.Rows : Matrix.Columns;

    /// <summary>Copies a stretch of some lines into panels of a few lines each, in which the first elements of a panel's lines come first, then the second ones.</summary>
    /// <remarks>Element k of line l of panel p is at (p x length + k) x width + l. Lines that the last panel lacks are filled with zeros.</remarks>
    public void Pack(int firstLine, int lines, int firstElement, int length, int width, Span<double> panels)
    {
        if (lines % width != 0) panels[(lines / width * width * length)..].Clear();
        if (AreColumns) PackColumns(firstLine, lines, firstElement, length, width, panels);
        else PackRows(firstLine, lines, firstElement, length, width, panels);
    }

    private void PackRows(int firstLine, int lines, int firstElement, int length, int width, Span<double> panels)
    {
        var numbers = new double[length];
        for (var line = 0; line < lines; line++)
        {
            Matrix.Read(firstLine + line, firstElement, numbers);
            var to = panels[(line / width * width * length)..];
            for (int k = 0, at = line % width; k < numbers.Length; k++, at += width) to[at] = numbers[k];
        }
    }

    private void PackColumns(int firstLine, int lines, int firstElement, int length, int width, Span<double> panels)
    {
        Span<double> numbers = new double[lines];
        for (var k = 0; k < length; k++)
        {
            Matrix.Read(firstElement + k, firstLine, numbers);
            for (var line = 0; line < lines; line += width)
                numbers.Slice(line, Math.Min(width, lines - line)).CopyTo(panels[((line * length) + (k * width))..]);
        }
    }
}
