using Infoscope.Plugins.Binning.States;

namespace Infoscope.Plugins.Binning.Counts;

/// <summary>How many rows of each label of a label set could not be used.</summary>
internal sealed class DroppedRows(LabelSetInfo info)
{
    private readonly Dictionary<int, long> rows = [];

    /// <summary>Gets the number over all labels.</summary>
    public long Total => rows.Values.Sum();

    /// <summary>Gives the number of a label.</summary>
    public long Of(int label) => rows.GetValueOrDefault(label);

    /// <summary>Counts a row.</summary>
    public void Add(int label) => rows[label] = Of(label) + 1;

    /// <summary>Adds the rows of another.</summary>
    public void Add(DroppedRows other)
    {
        foreach (var (label, count) in other.rows) rows[label] = checked(Of(label) + count);
    }

    /// <summary>Writes the numbers.</summary>
    public void Save(BinaryWriter to)
    {
        to.Write(rows.Count);
        foreach (var (label, count) in rows.OrderBy(entry => entry.Key))
        {
            to.Write(label);
            to.Write(count);
        }
    }

    /// <summary>Reads the numbers.</summary>
    /// <param name="from">The state.</param>
    /// <param name="most">How many rows could not be used, with a label or without.</param>
    /// <exception cref="InvalidDataException">They cannot be those of any rows.</exception>
    public void Restore(BinaryReader from, long most)
    {
        for (var left = StateFormat.ReadCount(from, info.Count); left > 0; left--)
        {
            var label = StateFormat.ReadCount(from, info.Count - 1);
            if (!rows.TryAdd(label, StateFormat.ReadPositive(from))) throw StateFormat.Refusal("a label comes twice");
        }

        if (Total > most) throw StateFormat.Refusal($"{Total} of {most} rows that were left out have labels");
    }
}
