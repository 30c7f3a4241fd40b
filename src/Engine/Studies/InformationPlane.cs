using Infoscope.Engine.Results;

namespace Infoscope.Engine.Studies;

/// <summary>Puts the entropy of a layer and its information about labels side by side.</summary>
public static class InformationPlane
{
    /// <summary>Gives a point for each mutual information whose estimator gives an entropy of the same layer and checkpoint too.</summary>
    /// <param name="rows">The rows, each once.</param>
    /// <param name="order">The order of activation sets, layers and checkpoints.</param>
    /// <returns>Points by estimator and label set, then by activation set, layer and checkpoint, so that training is read downward.</returns>
    /// <remarks>The entropy over the labelled rows goes before that over all rows.</remarks>
    public static IReadOnlyList<InformationPoint> Of(IEnumerable<StudyRow> rows, IComparer<string> order)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var all = rows.ToArray();
        var entropies = all.Where(row => row.Quantity == Quantities.Entropy.Id).ToDictionary(row => KeyOf(row, row.LabelSet));
        return
        [
            .. all.Where(row => row.Quantity == Quantities.MutualInformation.Id && row.LabelSet.Length > 0)
                .Select(row => (Labels: row, Input: entropies.GetValueOrDefault(KeyOf(row, row.LabelSet)) ?? entropies.GetValueOrDefault(KeyOf(row, ""))))
                .Where(pair => pair.Input is not null)
                .Select(pair => new InformationPoint { Input = pair.Input!, Labels = pair.Labels, InputMark = MarkOf(pair.Input!), LabelMark = MarkOf(pair.Labels) })
                .OrderBy(point => point.Labels.Estimator, StringComparer.Ordinal)
                .ThenBy(point => point.Labels.LabelSet, StringComparer.Ordinal)
                .ThenBy(point => point.Labels.Set, order)
                .ThenBy(point => point.Labels.Layer, order)
                .ThenBy(point => point.Labels.Step, order),
        ];
    }

    private static (string, string, string, string, string) KeyOf(StudyRow row, string labelSet) => (row.Estimator, row.Set, row.Layer, row.Step, labelSet);

    // A verdict of doubt goes before saturation, and hides it; the inequality does not.
    private static string MarkOf(StudyRow row) => row.Verdict == Verdicts.Saturated ? Verdicts.Saturated : Verdicts.OfCeiling(row.Value, row.Ceiling);
}
