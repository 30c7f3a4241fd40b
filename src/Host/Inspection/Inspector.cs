using Infoscope.Formats;
using Infoscope.Host.Inputs;
using Infoscope.Host.Reports;

namespace Infoscope.Host.Inspection;

/// <summary>Reads all of a file once, in blocks, and says what is in it.</summary>
internal sealed class Inspector(ProgressLine progress, CancellationToken cancellation)
{
    /// <summary>Inspects a file.</summary>
    /// <param name="name">The file, as the user named it.</param>
    /// <param name="path">Where it lies.</param>
    /// <param name="key">The array or column that is wanted, which may have wildcards; null for all.</param>
    /// <exception cref="ArrayFileException">It cannot be read.</exception>
    public InspectedFile Inspect(string name, string path, string? key)
    {
        var extension = Path.GetExtension(path).ToLowerInvariant();
        if (extension == ".csv") return OfTable(name, CsvTable.Open(path), key);
        if (extension == ".json" && File.Exists(path)) throw new UserError($"{name} is a .json file, which holds no arrays; if it is a plan, run it: infoscope compare {ShellText.Quoted(name)}");
        using var file = ArrayFile.Open(path);
        return new InspectedFile { File = name, Items = [.. Wanted(file, key).Select(array => OfArray(name, array))], Unreadable = key is null ? file.Unreadable : [], Metadata = file.Metadata };
    }

    private static IEnumerable<StoredArray> Wanted(StoredFile file, string? key)
    {
        if (key is null) return file.Arrays.OrderBy(array => array.Key, NaturalOrder.Instance);
        if (!Wildcard.IsPattern(key)) return [file.Find(key)];
        var wildcard = new Wildcard(key);
        StoredArray[] found = [.. file.Arrays.Where(array => wildcard.Match(array.Key) is not null).OrderBy(array => array.Key, NaturalOrder.Instance)];
        return found.Length > 0 ? found : throw new UserError($"{file.Path} holds no array that matches '{key}'; it holds {string.Join(", ", file.Arrays.Select(array => array.Key))}.");
    }

    private Inspected OfArray(string name, StoredArray array)
    {
        progress.Next(array.Name, array.Length);
        try
        {
            var plain = new Inspected { File = name, Key = array.Key, Shape = array.Shape, ElementWord = array.ElementType.Word(), Use = Use.Of(array) };
            if (!array.ElementType.IsText()) return plain with { Numbers = NumberScan.Of(array, progress, cancellation) };
            var texts = new TextScan(TextScan.OfAFile);
            texts.AddAll(array, progress, cancellation);
            return plain with { DifferentTexts = texts.Different, Unlabelled = texts.Unlabelled, Examples = texts.Examples };
        }
        finally
        {
            progress.Clear();
        }
    }

    private InspectedFile OfTable(string name, CsvTable table, string? key)
    {
        var allowance = TextScan.OfAFile;
        var columns = table.Columns.Select(_ => new TextScan(allowance)).ToArray();
        var rows = 0L;
        foreach (var record in table.Records())
        {
            cancellation.ThrowIfCancellationRequested();
            for (var column = 0; column < columns.Length; column++) columns[column].Add(record[column]);
            rows++;
        }

        var items = table.Columns.Zip(columns, (column, texts) => new Inspected
        {
            File = name,
            Key = column,
            IsColumn = true,
            Shape = [rows],
            ElementWord = texts.Word(rows),
            Use = Use.OfColumn(rows),
            DifferentTexts = texts.Different,
            Unlabelled = texts.Unlabelled,
            Examples = texts.Examples,
        });
        if (key is null) return new InspectedFile { File = name, Items = [.. items] };
        return table.Columns.Contains(key) ? new InspectedFile { File = name, Items = [.. items.Where(item => item.Key == key)] } : throw new UserError($"{name} has no column '{key}'; {Suggest.Sentence(key, table.Columns)}");
    }
}
