using Infoscope.Engine.Labels;
using Infoscope.Formats;

namespace Infoscope.Host.Inputs;

/// <summary>Reads what a user gives as labels: NAME=SPEC, or a table whose columns are all label sets.</summary>
internal static class LabelArgument
{
    // Stands for every column of a table, in a plan, whose label sets all need a name.
    private const string EveryColumn = "*";

    /// <summary>Gives the label sets that an argument asks for, each with its specification.</summary>
    /// <exception cref="UserError">The argument is neither, or a column cannot name a label set.</exception>
    /// <exception cref="ArrayFileException">The table cannot be read.</exception>
    public static IReadOnlyList<(string Name, string Specification)> Read(string text, string baseFolder, IReadOnlyList<LabelSourceEntry> sources)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0 && SmallFiles.IsCsv(text)) return Columns(text, baseFolder, sources);
        var (name, specification) = (text[..Math.Max(0, equals)].Trim(), text[(equals + 1)..].Trim());
        if (name.Length == 0 || specification.Length == 0) throw new UserError($"--labels is '{text}'; NAME=SPEC is needed, such as digit=labels.npy or token=ngram:1:tokens.npy.");
        if (name != EveryColumn) return [(name, specification)];
        return SmallFiles.IsCsv(specification)
            ? Columns(specification, baseFolder, sources)
            : throw new UserError($"labels are '{text}'; {EveryColumn} stands for every column of a FILE.csv, so name one, or name the label set.");
    }

    private static (string Name, string Specification)[] Columns(string file, string baseFolder, IReadOnlyList<LabelSourceEntry> sources)
    {
        if (!LabelFile.IsThere(file, baseFolder)) throw LabelFile.NotThere(file, baseFolder, sources);
        var columns = CsvTable.Open(Path.GetFullPath(file, baseFolder)).Columns;
        SmallFiles.RefuseWithoutHeader(file, columns);
        if (columns.FirstOrDefault(column => !LabelResolver.IsName(column)) is { } odd)
            throw new UserError($"{file} has a column named '{odd}', which cannot name a label set; a name has no '~', ',' or ':' and is not empty, so rename it, or take single columns as NAME={file}:COLUMN.");
        if (columns.GroupBy(column => column).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new UserError($"{file} has {twice.Count()} columns named '{twice.Key}'; give each its own name.");
        return [.. columns.Select(column => (column, $"{file}:{column}"))];
    }
}
