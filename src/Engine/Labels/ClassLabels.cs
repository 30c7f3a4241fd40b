using System.Globalization;

namespace Infoscope.Engine.Labels;

/// <summary>Makes label sets of classes as they stand in a file.</summary>
public static class ClassLabels
{
    /// <summary>Takes whole numbers as classes, in ascending order; -1 is a row without a label.</summary>
    public static LabelSet FromIntegers(IReadOnlyList<long> shape, ReadOnlySpan<long> values)
    {
        var classes = new SortedSet<long>();
        foreach (var value in values) classes.Add(value);
        classes.Remove(-1);
        var ids = classes.Select((value, id) => (value, id)).ToDictionary(pair => pair.value, pair => pair.id);
        ids[-1] = -1;
        return new LabelSet(shape, Dense(values, ids), [.. classes.Select(value => value.ToString(CultureInfo.InvariantCulture))]);
    }

    /// <summary>Takes texts as classes, in ordinal order; an empty text, or -1 as among numbers, is a row without a label.</summary>
    public static LabelSet FromTexts(IReadOnlyList<long> shape, IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var classes = new SortedSet<string>(values, StringComparer.Ordinal);
        classes.Remove("");
        classes.Remove("-1");
        var ids = classes.Select((value, id) => (value, id)).ToDictionary(pair => pair.value, pair => pair.id, StringComparer.Ordinal);
        ids[""] = ids["-1"] = -1;
        return new LabelSet(shape, Dense<string>([.. values], ids), [.. classes]);
    }

    private static int[] Dense<T>(ReadOnlySpan<T> values, Dictionary<T, int> ids)
        where T : notnull
    {
        var dense = new int[values.Length];
        for (var i = 0; i < dense.Length; i++) dense[i] = ids[values[i]];
        return dense;
    }
}
