using System.Globalization;
using Infoscope.Engine.Inputs;

namespace Infoscope.Engine.Labels;

/// <summary>All label sets of one activation set, the nulls behind the real ones.</summary>
internal sealed class LabelTable
{
    private readonly IReadOnlyList<RowLabels> labels;
    private readonly NullLabels[] nulls;
    private readonly Dictionary<string, int> placeOf;

    /// <summary>Lays out the label sets.</summary>
    /// <param name="set">The activation set.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="unusable">The rows that estimators leave out, which take no part in permutations; null as long as none is known.</param>
    public LabelTable(ActivationSet set, ComparisonSettings settings, RowSet? unusable)
    {
        labels = set.Labels;
        placeOf = labels.Select((one, place) => (one.Name, place)).ToDictionary(pair => pair.Name, pair => pair.place, StringComparer.Ordinal);
        var rows = set.Activations.Rows;
        Labelled = [.. labels.Select(one => new LabelledRows(one, rows, set.Selected, unusable))];
        nulls = settings.Nulls == 0 ? [] : [.. labels.Zip(Labelled, (one, labelled) => new NullLabels(one, labelled, rows, set.Sequences, Within(one.Name, settings), settings.NullUnit, settings.Seed, settings.Nulls))];
        Facts =
        [
            .. labels.Select((one, index) => new LabelFacts
            {
                Name = one.Name,
                LabelNames = one.LabelNames,
                Rows = Labelled[index].Count,
                Observed = Labelled[index].Observed,
                EntropyNats = Labelled[index].EntropyNats,
                Notes = one.Notes,
                NullWithin = settings.NullWithin.GetValueOrDefault(one.Name) ?? "",
                NullNote = nulls.Length == 0 ? "" : nulls[index].Note,
            }),
        ];
    }

    /// <summary>Gets the labelled rows of each real label set.</summary>
    public IReadOnlyList<LabelledRows> Labelled { get; }

    /// <summary>Gets what results say of each real label set.</summary>
    public IReadOnlyList<LabelFacts> Facts { get; }

    /// <summary>Forgets what is held of the permutations of a pass that has run.</summary>
    public void Release(LabelPass pass)
    {
        foreach (var info in pass.Nulls) nulls[placeOf[info.NullOf!]].Release(info.NullIndex, info.NullIndex + 1);
    }

    /// <summary>Tells whether any of these rows has a label.</summary>
    public bool Touches(RowSet rows) => rows.Rows().Any(row => labels.Any(one => one[row] >= 0));

    /// <summary>Gives the real label sets as estimations know them.</summary>
    public static IReadOnlyList<LabelSetInfo> RealOf(IReadOnlyList<LabelFacts> facts) =>
        [.. facts.Select(one => new LabelSetInfo { Name = one.Name, Count = one.LabelNames.Count, LabelNames = one.LabelNames })];

    /// <summary>Gives the permuted label sets as estimations know them, label set by label set.</summary>
    public static IReadOnlyList<LabelSetInfo> NullsOf(IReadOnlyList<LabelFacts> facts, int count) =>
    [
        .. from one in facts
           from index in Enumerable.Range(0, count)
           select new LabelSetInfo { Name = string.Create(CultureInfo.InvariantCulture, $"{one.Name}~{index}"), Count = one.LabelNames.Count, NullOf = one.Name, NullIndex = index },
    ];

    /// <summary>Writes the labels of rows in the first label sets of a pass, one set after the other.</summary>
    public void Fill(LabelPass pass, int labelSets, ReadOnlySpan<long> rows, Span<int> target)
    {
        for (var place = 0; place < labelSets; place++)
        {
            var info = pass.All[place];
            var part = target.Slice(place * rows.Length, rows.Length);
            if (info.NullOf is null)
            {
                labels[placeOf[info.Name]].Fill(rows, part);
                continue;
            }

            var permuted = nulls[placeOf[info.NullOf]];
            for (var i = 0; i < rows.Length; i++) part[i] = permuted[info.NullIndex, rows[i]];
        }
    }

    private RowLabels? Within(string name, ComparisonSettings settings) => settings.NullWithin.TryGetValue(name, out var within) ? labels[placeOf[within]] : null;
}
