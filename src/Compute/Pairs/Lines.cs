namespace Infoscope.Compute;

/// <summary>The rows or the columns of a matrix, as vectors of one length.</summary>
internal readonly record struct Lines(CpuMatrix Matrix, bool AreColumns)
{
    public int Count => AreColumns ? Matrix.Columns : Matrix.Rows;

    public int Length => AreColumns ? Matrix.Rows : Matrix.Columns;

    /// <summary>Copies some lines into panels of a few lines each, in which the first elements of a panel's lines come first, then the second ones.</summary>
    /// <remarks>Element k of line l of panel p is at (p x length + k) x width + l. Lines that the last panel lacks are filled with zeros.</remarks>
    public void Pack(int first, int count, int width, Span<double> panels)
    {
        if (count % width != 0) panels[(count / width * width * Length)..].Clear();
        if (AreColumns) PackColumns(first, count, width, panels);
        else PackRows(first, count, width, panels);
    }

    private void PackRows(int first, int count, int width, Span<double> panels)
    {
        var numbers = new double[Length];
        for (var line = 0; line < count; line++)
        {
            Matrix.Read(first + line, 0, numbers);
            var to = panels[(line / width * width * Length)..];
            for (int k = 0, at = line % width; k < numbers.Length; k++, at += width) to[at] = numbers[k];
        }
    }

    private void PackColumns(int first, int count, int width, Span<double> panels)
    {
        Span<double> numbers = new double[count];
        for (var k = 0; k < Length; k++)
        {
            Matrix.Read(k, first, numbers);
            for (var line = 0; line < count; line += width)
            {
                var some = numbers.Slice(line, Math.Min(width, count - line));
                some.CopyTo(panels[((line * Length) + (k * width))..]);
            }
        }
    }
}
