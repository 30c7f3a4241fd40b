using System.Collections.Concurrent;
using System.Globalization;
using Infoscope.Engine.Labels;
using Infoscope.Formats;

namespace Infoscope.Host.Inputs;

/// <summary>Reads whole files: classes for labels, arrays for options and label sources. Each array is read once, by whichever thread first asks.</summary>
internal sealed class SmallFiles(string baseFolder)
{
    private readonly ConcurrentDictionary<string, NumericArray> arrays = new();

    /// <summary>Reads FILE or FILE:KEY as an array.</summary>
    public NumericArray OpenArray(string text) => arrays.GetOrAdd(text, ReadArray);

    /// <summary>Reads FILE, FILE:KEY or FILE.csv:COLUMN as classes.</summary>
    public LabelSet OpenClasses(string text)
    {
        var spec = FileSpec.Parse(text);
        var path = Path.GetFullPath(spec.Path, baseFolder);
        if (IsCsv(path)) return OfColumn(spec, CsvTable.Open(path));
        using var file = ArrayFile.Open(path);
        var array = file.Find(spec.Key ?? "");
        if (array.ElementType.IsText()) return ClassLabels.FromTexts(array.Shape, array.ReadTexts());
        if (!array.ElementType.IsInteger()) throw NoClasses(text, array);
        array.ProveBeforeHolding();
        return ClassLabels.FromIntegers(array.Shape, (first, values) => array.Read(first, values));
    }

    /// <summary>Reads a CSV of two columns, name and new name, or FILE or FILE:KEY of one axis in which the name is the index.</summary>
    public IReadOnlyDictionary<string, string> OpenMapping(string text)
    {
        var spec = FileSpec.Parse(text);
        var path = Path.GetFullPath(spec.Path, baseFolder);
        if (!IsCsv(path)) return OfIndices(text, OpenClasses(text));
        return spec.Key is null ? OfPairs(text, CsvTable.Open(path)) : throw new UserError($"{text} names one column; a mapping is a whole table of two, so give {spec.Path}.");
    }

    /// <summary>Refuses a table of one column whose header is a number: it most likely has none, and its first label would be lost.</summary>
    /// <param name="file">The table, as the user named it.</param>
    /// <param name="columns">Its columns.</param>
    public static void RefuseWithoutHeader(string file, IReadOnlyList<string> columns)
    {
        if (columns is [var only] && double.TryParse(only, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            throw new UserError($"{file} begins with '{only}' where the name of its column is expected; write a first line such as class.");
    }

    /// <summary>Tells whether a file is read as a table.</summary>
    public static bool IsCsv(string path) => Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, string> OfPairs(string text, CsvTable table)
    {
        if (table.Columns.Count != 2) throw new UserError($"{text} has the columns {string.Join(", ", table.Columns)}; a mapping has two, the name of a label and its new name.");
        var (names, groups) = (table.Column(table.Columns[0]), table.Column(table.Columns[1]));
        var mapping = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var row = 0; row < names.Count; row++)
        {
            if (!mapping.TryAdd(names[row], groups[row])) throw new UserError($"{text} gives '{names[row]}' twice; give each name once.");
        }

        // As among labels, an empty text and -1 are no group.
        return mapping.Where(pair => pair.Value is not ("" or "-1")).ToDictionary(StringComparer.Ordinal);
    }

    private static Dictionary<string, string> OfIndices(string text, LabelSet groups)
    {
        if (groups.Shape.Count != 1) throw new UserError($"{text} has shape {ArrayShape.Text(groups.Shape)}; a mapping has one axis, in which the name of a label is the index.");
        var mapping = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < groups.Ids.Length; index++)
        {
            if (groups.Ids[index] >= 0) mapping[index.ToString(CultureInfo.InvariantCulture)] = groups.Names[groups.Ids[index]];
        }

        return mapping;
    }

    private NumericArray ReadArray(string text)
    {
        var spec = FileSpec.Parse(text);
        using var file = ArrayFile.Open(Path.GetFullPath(spec.Path, baseFolder));
        var array = file.Find(spec.Key ?? "").ToNumericArray();
        // Named as the user named it, so that results do not depend on where the files lie.
        return array.IsInteger ? new NumericArray(text, array.Shape, array.Integers.ToArray()) : new NumericArray(text, array.Shape, array.ToReals());
    }

    private static UserError NoClasses(string text, StoredArray array)
    {
        const string wanted = "labels are whole numbers or texts, so save";
        return new UserError(array.Shape.Count > 1
            ? $"{text} holds {array.ElementType.Word()} of shape {ArrayShape.Text(array.Shape)}; {wanted} labels.argmax(-1) if these are one-hot, else labels.astype(\"int64\")."
            : $"{text} holds {array.ElementType.Word()}; {wanted} them as labels.astype(\"int64\").");
    }

    private static LabelSet OfColumn(FileSpec spec, CsvTable table)
    {
        if (spec.Key is null && table.Columns.Count != 1)
            throw new UserError($"{spec.Path} has the columns {string.Join(", ", table.Columns)}; name one as {spec.Path}:{table.Columns[^1]}.");
        if (spec.Key is null) RefuseWithoutHeader(spec.Path, table.Columns);
        var values = table.Column(spec.Key ?? table.Columns[0]);
        return ClassLabels.FromTexts([values.Count], values);
    }
}
