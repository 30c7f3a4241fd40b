using Infoscope.Engine.Calibration;

namespace Infoscope.Engine.Studies;

/// <summary>A quantity from layer to layer, and the layer before which it falls most.</summary>
/// <remarks>For matrix entropy the layer that the largest drop leads to is the entropy collapse layer of EntropyPrune (arXiv 2602.17196).</remarks>
public sealed record LayerProfile
{
    // What the verdict on a difference allows for, on one side.
    private const double Doubt = 0.005;

    /// <summary>Gets the row of the first layer, whose estimator, quantity, label set and unit are those of all.</summary>
    public required StudyRow First { get; init; }

    /// <summary>Gets the activation set; empty where each layer is a set of its own.</summary>
    public required string Set { get; init; }

    /// <summary>Gets the layers in order, at least two.</summary>
    public required IReadOnlyList<ProfiledLayer> Layers { get; init; }

    /// <summary>Gets the layer that the largest drop leads to, the first of equals; null when no value is below that of the layer before.</summary>
    public ProfiledLayer? LargestDrop { get; private init; }

    /// <summary>Gets whether the largest drop is no larger than its error allows; null without a drop or without an error.</summary>
    /// <remarks>
    /// The bound is t(1 - 0.005/k, g-1) times the error, with k changes to choose the largest from and g = 10 folds: that of the verdict on a difference, made fit for the choice.
    /// </remarks>
    public bool? IsWithinError { get; private init; }

    /// <summary>Gives the profiles of every estimator, quantity, label set, activation set and checkpoint with at least two layers.</summary>
    /// <param name="rows">The rows, each once. Those without the name of a layer, which files of one array give, are layers by the name of their set.</param>
    /// <param name="order">The order of layers, and of profiles by set and checkpoint.</param>
    public static IReadOnlyList<LayerProfile> Of(IEnumerable<StudyRow> rows, IComparer<string> order)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return
        [
            .. rows.GroupBy(row => (row.Estimator, row.Quantity, row.LabelSet, Set: row.Layer.Length == 0 ? "" : row.Set, row.Step))
                .Where(group => group.Count() > 1)
                .OrderBy(group => group.Key.Estimator, StringComparer.Ordinal)
                .ThenBy(group => group.Key.Quantity, StringComparer.Ordinal)
                .ThenBy(group => group.Key.LabelSet, StringComparer.Ordinal)
                .ThenBy(group => group.Key.Set, order)
                .ThenBy(group => group.Key.Step, order)
                .Select(group => Of(group.Key.Set, [.. group.OrderBy(NameOf, order)])),
        ];
    }

    private static string NameOf(StudyRow row) => row.Layer.Length == 0 ? row.Set : row.Layer;

    private static LayerProfile Of(string set, StudyRow[] rows)
    {
        var layers = rows.Select((row, index) => index == 0 ? new ProfiledLayer { Layer = NameOf(row), Row = row } : After(rows[index - 1], row)).ToArray();
        var drop = layers.Where(layer => layer.Change < 0).MinBy(layer => layer.Change);
        var changes = layers.Count(layer => layer.Change is not null);
        return new LayerProfile
        {
            First = rows[0],
            Set = set,
            Layers = layers,
            LargestDrop = drop,
            IsWithinError = drop?.ChangeError is { } error ? -drop.Change <= StudentT.Quantile(1 - (Doubt / changes), ComparisonSettings.Folds - 1) * error : null,
        };
    }

    private static ProfiledLayer After(StudyRow before, StudyRow row)
    {
        var change = row.Value - before.Value;
        var known = double.IsFinite(change);
        return new ProfiledLayer
        {
            Layer = NameOf(row),
            Row = row,
            Change = known ? change : null,
            ChangeError = known && before.StandardError is { } first && row.StandardError is { } second ? double.Hypot(first, second) : null,
        };
    }
}
