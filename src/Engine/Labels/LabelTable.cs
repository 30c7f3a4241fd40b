using System.Globalization;
using Infoscope.Engine.Inputs;

namespace Infoscope.Engine.Labels;

/// <summary>All label sets of one activation set, the nulls behind the real ones.</summary>
internal sealed class LabelTable
{
    private readonly IReadOnlyList<RowLabels> labels;
    private readonly NullLabels[] nulls;
    private readonly int nullCount;

    public LabelTable(ActivationSet set, ulong seed, int nullCount)
    {
        labels = set.Labels;
        this.nullCount = nullCount;
        nulls = nullCount == 0 ? [] : [.. labels.Select(one => new NullLabels(one, set.Activations.Rows, set.Selected, seed, nullCount))];
        Real = [.. labels.Select(one => new LabelSetInfo { Name = one.Name, Count = one.Count, LabelNames = one.LabelNames })];
        All =
        [
            .. Real,
            .. from one in labels
               from index in Enumerable.Range(0, nullCount)
               select new LabelSetInfo { Name = string.Create(CultureInfo.InvariantCulture, $"{one.Name}~{index}"), Count = one.Count, NullOf = one.Name, NullIndex = index },
        ];
    }

    /// <summary>Gets the label sets that are no nulls.</summary>
    public IReadOnlyList<LabelSetInfo> Real { get; }

    /// <summary>Gets the real label sets and then, label set by label set, the nulls.</summary>
    public IReadOnlyList<LabelSetInfo> All { get; }

    /// <summary>Writes the labels of rows in all label sets, one set after the other.</summary>
    public void Fill(ReadOnlySpan<long> rows, Span<int> target)
    {
        for (var set = 0; set < labels.Count; set++)
        {
            for (var i = 0; i < rows.Length; i++) target[(set * rows.Length) + i] = labels[set][rows[i]];
        }

        for (var set = 0; set < nulls.Length; set++)
        {
            for (var index = 0; index < nullCount; index++)
            {
                var part = target.Slice((labels.Count + (set * nullCount) + index) * rows.Length, rows.Length);
                for (var i = 0; i < rows.Length; i++) part[i] = nulls[set][index, rows[i]];
            }
        }
    }
}
