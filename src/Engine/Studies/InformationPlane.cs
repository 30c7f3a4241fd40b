using Infoscope.Engine.Results;

namespace Infoscope.Engine.Studies;

/// <summary>Puts what a layer holds of its input and of the labels side by side.</summary>
/// <remarks>
/// I(X;T) is H(T) where T is a function of X and no input comes twice. Where an estimator assigns rows softly, T is drawn and H(T) is more than that; its channel ceiling is then I(X;T).
/// </remarks>
public static class InformationPlane
{
    private static readonly string[] OfInput = [Quantities.ChannelCeiling.Id, Quantities.Entropy.Id];

    /// <summary>Gives a point for each mutual information whose estimator gives a channel ceiling or an entropy of the same layer and checkpoint too.</summary>
    /// <param name="rows">The rows, each once.</param>
    /// <param name="order">The order of activation sets, layers and checkpoints.</param>
    /// <returns>Points by estimator and label set, then by activation set, layer and checkpoint, so that training is read downward.</returns>
    /// <remarks>The channel ceiling goes before the entropy, and each over the labelled rows before that over all rows.</remarks>
    public static IReadOnlyList<InformationPoint> Of(IEnumerable<StudyRow> rows, IComparer<string> order)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var all = rows.ToArray();
        var inputs = all.Where(row => OfInput.Contains(row.Quantity)).ToDictionary(row => KeyOf(row, row.Quantity, row.LabelSet));
        StudyRow? InputOf(StudyRow row) => OfInput.SelectMany(quantity => new[] { KeyOf(row, quantity, row.LabelSet), KeyOf(row, quantity, "") }).Select(key => inputs.GetValueOrDefault(key)).FirstOrDefault(input => input is not null);
        return
        [
            .. all.Where(row => row.Quantity == Quantities.MutualInformation.Id && row.LabelSet.Length > 0)
                .Select(row => (Labels: row, Input: InputOf(row)))
                .Where(pair => pair.Input is not null)
                .Select(pair => new InformationPoint { Input = pair.Input!, Labels = pair.Labels, InputMark = MarkOfInput(pair.Input!), LabelMark = MarkOf(pair.Labels) })
                .OrderBy(point => point.Labels.Estimator, StringComparer.Ordinal)
                .ThenBy(point => point.Labels.LabelSet, StringComparer.Ordinal)
                .ThenBy(point => point.Labels.Set, order)
                .ThenBy(point => point.Labels.Layer, order)
                .ThenBy(point => point.Labels.Step, order),
        ];
    }

    private static (string, string, string, string, string, string) KeyOf(StudyRow row, string quantity, string labelSet) => (row.Estimator, row.Set, row.Layer, row.Step, quantity, labelSet);

    // A verdict of doubt goes before saturation, and hides it; the inequality does not.
    private static string MarkOf(StudyRow row) => row.Verdict == Verdicts.Saturated ? Verdicts.Saturated : Verdicts.OfCeiling(row.Value, row.Ceiling);

    // Of n inputs no layer can hold more than ln n. A corrected entropy has another ceiling or none, and may be above ln n where every row is a symbol of its own.
    private static string MarkOfInput(StudyRow row) => MarkOf(row) is { Length: > 0 } mark ? mark : Verdicts.OfCeiling(row.Value, LogOfRows(row)).Length > 0 ? Verdicts.Saturated : "";

    private static double? LogOfRows(StudyRow row) => row switch
    {
        { RowsUsed: not > 1 } => null,
        { Unit: "bits" } => Information.OfUniform(row.RowsUsed.Value).Bits,
        { Unit: "nats" or "" } => Information.OfUniform(row.RowsUsed.Value).Nats,
        _ => null,
    };
}
