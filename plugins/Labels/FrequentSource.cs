namespace Infoscope.Plugins.Labels;

/// <summary>Keeps the labels of a label set that occur often enough.</summary>
/// <remarks>
/// <c>frequent:MIN:A[:rare=none|one]</c>. Labels with fewer than MIN rows are no label (<c>none</c>, the default) or become one label, <c>rare</c>, together (<c>one</c>); a note says how many
/// labels and rows that are. All labelled rows of A are counted, whatever positions are compared. The kept labels keep their order, <c>rare</c> is last. Cost: O(rows). No randomness.
/// </remarks>
[LabelSource("frequent", Summary = "The label in another label set where it has a minimum number of rows.")]
[LabelArgument(0, Minimum, LabelArgumentKind.Count, Summary = "The number of rows that a label needs, at least 1.")]
[LabelArgument(1, Labels, LabelArgumentKind.LabelSet, Summary = "The name of the label set.")]
[LabelArgument(2, Rare, LabelArgumentKind.Text, Optional = true, Summary = "What rarer labels become: none, no label; one, one label together.")]
public sealed class FrequentSource : ILabelSource
{
    private const string Minimum = "min", Labels = "labels", Rare = "rare", None = "none", One = "one";

    /// <inheritdoc/>
    public LabelSet Derive(LabelRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var minimum = request.Count(Minimum);
        if (minimum < 1) throw new OptionException($"{request.Source}: min is {minimum}; a label needs at least 1 row.");
        var rare = request.Has(Rare) ? request.Text(Rare) : None;
        if (rare is not (None or One)) throw new OptionException($"{request.Source}: rare is '{rare}'; allowed are none (no label) and one (one label, 'rare').");
        var labels = request.LabelSet(Labels);
        var counts = Derived.Counts(labels);
        int[] kept = [.. Enumerable.Range(0, labels.Count).Where(label => counts[label] >= minimum)];
        if (kept.Length == 0)
            throw new OptionException($"{request.Source}: no label has {minimum} rows; the most frequent has {counts.DefaultIfEmpty().Max()}, so use a smaller min.");
        var names = kept.Select(label => labels.Names[label]).ToList();
        var rareRows = counts.Where(count => count < minimum).Sum();
        if (rareRows == 0) return Derived.From([labels], labels.Shape, labels.Ids.ToArray(), labels.Names);

        var rareId = rare == One ? names.Count : -1;
        if (rare == One)
        {
            if (names.Contains(Rare)) throw new OptionException($"{request.Source}: a label is named 'rare' already; give it another name, or leave rarer labels out with rare=none.");
            names.Add(Rare);
        }

        var newIds = new int[labels.Count];
        Array.Fill(newIds, rareId);
        for (var id = 0; id < kept.Length; id++) newIds[kept[id]] = id;
        var rareLabels = counts.Count(count => count > 0 && count < minimum);
        var note = $"{rareLabels} of {counts.Count(count => count > 0)} labels have fewer than {minimum} rows; their {rareRows} of {counts.Sum()} rows {(rare == One ? "share the label 'rare'" : "have no label")}";
        return Derived.From([labels], labels.Shape, Derived.Replaced(labels, newIds), names, note);
    }
}
