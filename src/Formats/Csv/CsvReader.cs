using System.Text;

namespace Infoscope.Formats;

/// <summary>Reads the records of a comma-separated file, RFC 4180: fields in quotes may hold commas, line breaks and doubled quotes.</summary>
/// <remarks>Lines end with LF, CRLF or CR. A quote inside a field that does not begin with one, or text behind a closing quote, is refused: guessing would shift labels.</remarks>
internal sealed class CsvReader : IDisposable
{
    private const int LongestField = 1 << 20;
    private const int MostFields = 1 << 16;

    private readonly string path;
    private readonly TextReader reader;
    private readonly StringBuilder field = new();
    private readonly char[] characters = new char[1 << 14];
    private int position;
    private int held;

    /// <summary>Opens a file of UTF-8, with or without a byte order mark.</summary>
    public CsvReader(string path)
    {
        this.path = path;
        if (Directory.Exists(path)) throw new ArrayFileException($"{path} is a folder; name a file in it.");
        try
        {
            // A pipe has 0 bytes too; to open it would wait for someone who writes.
            if (new FileInfo(path) is { Exists: true, Length: 0 }) throw new ArrayFileException($"{path} is empty (0 bytes), or a pipe, which cannot be read; its first line should name the columns.");

            // The encoding's own preamble is skipped; other marks are not UTF-8 and are refused as such.
            reader = new StreamReader(path, new UTF8Encoding(true, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, 1 << 16);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ArrayFileException($"{path} does not exist; check the path (the current folder is {Environment.CurrentDirectory}).", failure);
        }
        catch (Exception failure) when (failure is not ArrayFileException and (IOException or UnauthorizedAccessException or ArgumentException))
        {
            throw new ArrayFileException($"{path} cannot be opened ({failure.Message}); check the file.", failure);
        }
    }

    /// <summary>Reads a text that is open already, under the name that messages give it.</summary>
    public CsvReader(TextReader text, string name) => (reader, path) = (text, name);

    /// <summary>Gets the line, counted from 1, on which the record read last begins.</summary>
    public long RecordLine { get; private set; }

    private long Line { get; set; } = 1;

    /// <summary>Reads a record into a list; false at the end of the file.</summary>
    /// <exception cref="ArrayFileException">The record is malformed or the text is not UTF-8.</exception>
    public bool Read(List<string> fields)
    {
        fields.Clear();
        RecordLine = Line;
        if (Peek() < 0) return false;
        while (true)
        {
            if (fields.Count == MostFields) throw new ArrayFileException($"{path} has more than {MostFields} fields on line {RecordLine}; save it as a table with one label per line.");
            fields.Add(Peek() == '"' ? Quoted() : Bare());
            switch (Next())
            {
                case ',': continue;
                case '\r':
                    if (Peek() == '\n') Next();
                    Line++;
                    return true;
                case '\n':
                    Line++;
                    return true;
                default: return true;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();

    private string Bare()
    {
        field.Clear();
        while (Peek() is var next && next is not (',' or '\r' or '\n' or < 0))
        {
            if (next == '"') throw new ArrayFileException($"{path} has on line {Line} a quote inside a field that does not begin with one; write the field in quotes and double the quotes in it.");
            Append((char)Next());
        }

        return field.ToString();
    }

    private string Quoted()
    {
        field.Clear();
        var opened = Line;
        Next();
        while (true)
        {
            var next = Next();
            if (next < 0) throw new ArrayFileException($"{path} has on line {opened} a quote that is never closed; close it, or double it if it belongs to the text.");
            if (next == '"')
            {
                if (Peek() != '"') break;
                Next();
            }

            if (next == '\n' || (next == '\r' && Peek() != '\n')) Line++;
            Append((char)next);
        }

        return Peek() is ',' or '\r' or '\n' or < 0
            ? field.ToString()
            : throw new ArrayFileException($"{path} has on line {Line} text behind a closing quote; double the quotes that belong to the text.");
    }

    private void Append(char next)
    {
        if (field.Length == LongestField) throw new ArrayFileException($"{path} has a field longer than {LongestField} characters, begun on line {RecordLine} or later; look for a quote that is not closed there.");
        field.Append(next);
    }

    private int Peek() => position < held || Fill() ? characters[position] : -1;

    private int Next()
    {
        var next = Peek();
        position++;
        return next;
    }

    private bool Fill()
    {
        try
        {
            (position, held) = (0, reader.Read(characters, 0, characters.Length));
            return held > 0;
        }
        catch (DecoderFallbackException failure)
        {
            throw new ArrayFileException($"{path} is not UTF-8 (on line {Line} or soon after it); save it with encoding=\"utf-8\".", failure);
        }
        catch (IOException failure)
        {
            throw new ArrayFileException($"{path} cannot be read on line {Line} ({failure.Message}); check the disk.", failure);
        }
    }
}
