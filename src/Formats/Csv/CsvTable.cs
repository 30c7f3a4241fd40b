namespace Infoscope.Formats;

/// <summary>A table of texts with named columns, from a comma-separated file (RFC 4180, UTF-8) whose first record is the header.</summary>
/// <remarks>
/// Holds the header alone; each column is read from the file when it is asked for. Texts are given as they stand, blanks included. Every record needs as many fields as the
/// header; a blank line is a record with one empty field. Safe for any number of threads while the file does not change.
/// </remarks>
public sealed class CsvTable
{
    private CsvTable(string path, IReadOnlyList<string> columns)
    {
        Path = path;
        Columns = columns;
    }

    /// <summary>Gets the path, as it was given.</summary>
    public string Path { get; }

    /// <summary>Gets the names of the columns, in order.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Opens a table and reads its header.</summary>
    /// <exception cref="ArrayFileException">The file is missing, empty, not UTF-8, or its header is malformed.</exception>
    public static CsvTable Open(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        using var reader = new CsvReader(path);
        return new CsvTable(path, Header(path, reader).AsReadOnly());
    }

    /// <summary>Reads the records one after another; each has as many fields as there are columns.</summary>
    /// <remarks>One list is given again and again: copy what must outlive the next record. Takes the memory of one record, whatever the size of the file.</remarks>
    /// <exception cref="ArrayFileException">A record is malformed; thrown when it is come to.</exception>
    public IEnumerable<IReadOnlyList<string>> Records()
    {
        var fields = new List<string>();
        using var reader = new CsvReader(Path);
        if (!Header(Path, reader).SequenceEqual(Columns)) throw new ArrayFileException($"{Path} changed its header while it was in use; start again.");
        while (Next(reader, Path, Columns.Count, fields)) yield return fields;
    }

    /// <summary>Reads a table from a text that is open already, such as a pipe: first its header, then the records, each with as many fields.</summary>
    /// <param name="text">The text; closed at the end.</param>
    /// <param name="name">What messages call it.</param>
    /// <remarks>One list is given again and again: copy what must outlive the next record.</remarks>
    /// <exception cref="ArrayFileException">The text is empty, not UTF-8, or a record is malformed; thrown when it is come to.</exception>
    public static IEnumerable<IReadOnlyList<string>> Read(TextReader text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        return Records(text, name);
    }

    /// <summary>Reads the texts of a column, one for each record.</summary>
    /// <exception cref="ArrayFileException">No column, or more than one, has the name, or a record is malformed.</exception>
    public IReadOnlyList<string> Column(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var index = IndexOf(name);
        var texts = new List<string>();
        // Labels repeat: each text is kept once.
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var fields in Records())
        {
            if (!kept.TryGetValue(fields[index], out var text)) kept[text = fields[index]] = text;
            texts.Add(text);
        }

        return texts;
    }

    private static IEnumerable<IReadOnlyList<string>> Records(TextReader text, string name)
    {
        using var reader = new CsvReader(text, name);
        var fields = Header(name, reader);
        var columns = fields.Count;
        do yield return fields;
        while (Next(reader, name, columns, fields));
    }

    private static bool Next(CsvReader reader, string name, int columns, List<string> fields)
    {
        if (!reader.Read(fields)) return false;
        return fields.Count == columns
            ? true
            : throw new ArrayFileException($"{name} has {Count(fields.Count, "field")} on line {reader.RecordLine}; its header names {Count(columns, "column")}, so correct the line.");
    }

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";

    private static List<string> Header(string path, CsvReader reader)
    {
        var header = new List<string>();
        return reader.Read(header) ? header : throw new ArrayFileException($"{path} is empty (0 bytes); its first line should name the columns.");
    }

    private int IndexOf(string name)
    {
        var found = Enumerable.Range(0, Columns.Count).Where(index => Columns[index] == name).Take(2).ToArray();
        if (found.Length == 1) return found[0];
        if (found.Length > 1) throw new ArrayFileException($"{Path} has more than one column '{name}'; give each its own name.");
        var separator = Columns.Count == 1 && Columns[0].AsSpan().IndexOfAny(';', '\t') >= 0 ? " (fields are separated by commas, not by semicolons or tabs)" : "";
        throw new ArrayFileException($"{Path} has no column '{name}'; it has {Names.List(Columns)}{separator}{Names.Suggestion(name, Columns)}");
    }
}
