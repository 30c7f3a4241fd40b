namespace Infoscope.Plugins.Labels;

/// <summary>Replaces each label of a label set by its group.</summary>
/// <remarks>
/// <c>coarsen:A:MAP[:rest=NAME]</c>, MAP being a CSV of two columns, the name of a label and its group, or an array of one axis in which the name of a label is the index. Labels without a
/// group go to the group of <c>rest</c>, which may be one of the mapping, and are refused without it. Groups are numbered in the order of the labels. Cost: O(rows + labels). No randomness.
/// </remarks>
[LabelSource("coarsen", Summary = "The group of the label in another label set.")]
[LabelArgument(0, Labels, LabelArgumentKind.LabelSet, Summary = "The name of the label set.")]
[LabelArgument(1, Groups, LabelArgumentKind.Mapping, Summary = "A CSV of two columns, name and group, or an array of groups in which the name is the index.")]
[LabelArgument(2, Rest, LabelArgumentKind.Text, Optional = true, Summary = "The group of the labels that have none; without it they are refused.")]
public sealed class CoarsenSource : ILabelSource
{
    private const string Labels = "labels", Groups = "groups", Rest = "rest";

    /// <inheritdoc/>
    public LabelSet Derive(LabelRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var labels = request.LabelSet(Labels);
        var groups = request.Mapping(Groups);
        var rest = request.Has(Rest) ? request.Text(Rest) : null;
        if (rest?.Length == 0) throw new OptionException($"{request.Source}: rest is empty; name the group of the labels that have none, such as rest=other.");
        var without = labels.Names.Where(name => !groups.ContainsKey(name)).ToArray();
        if (without.Length > 0 && rest is null)
        {
            throw new OptionException(
                $"{request.Source}: {without.Length} of {labels.Count} labels have no group, such as '{without[0]}'; give each a group, or name a group for the rest with rest=NAME.");
        }

        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var groupOf = new int[labels.Count];
        for (var label = 0; label < groupOf.Length; label++)
        {
            var group = groups.TryGetValue(labels.Names[label], out var named) ? named : rest!;
            numbers.TryAdd(group, numbers.Count);
            groupOf[label] = numbers[group];
        }

        var note = $"{without.Length} of {labels.Count} labels without a group are '{rest}'";
        return Derived.From([labels], labels.Shape, Derived.Replaced(labels, groupOf), [.. numbers.Keys], without.Length > 0 ? [note] : []);
    }
}
