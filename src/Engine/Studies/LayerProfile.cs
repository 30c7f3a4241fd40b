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
    /// The bound is t(1 - 0.005/k, g-1) times the error, with k changes to choose the largest from and g = 10 folds: that of the verdict on a difference, made fit for the choice. It is the same where an error is the estimator's own and not of ten folds.
    /// </remarks>
    public bool? IsWithinError { get; private init; }

    /// <summary>Gets the layer that the second-largest drop leads to, where the error of the two does not tell which is larger; null where it does, or without errors.</summary>
    /// <remarks>
    /// The bound is that of <see cref="IsWithinError"/> for the difference of the two drops. Of drops into neighbouring layers the error is of v1 - 2 v2 + v3, else of four independent layers.
    /// </remarks>
    public ProfiledLayer? Rival { get; private init; }

    /// <summary>Gets the layer that stands out: that of the largest drop, where it is more than its error and than the second-largest; null where it is not, or is not known to be.</summary>
    public ProfiledLayer? Outstanding => IsWithinError == false && Rival is null ? LargestDrop : null;

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
        double Reach(double error) => StudentT.Quantile(1 - (Doubt / changes), ComparisonSettings.Folds - 1) * error;
        var second = layers.Where(layer => layer.Change < 0 && layer != drop).MinBy(layer => layer.Change);
        return new LayerProfile
        {
            First = rows[0],
            Set = set,
            Layers = layers,
            LargestDrop = drop,
            IsWithinError = drop?.ChangeError is { } error ? -drop.Change <= Reach(error) : null,
            Rival = drop is not null && second is not null && ErrorOfDifference(layers, drop, second) is { } apart && second.Change - drop.Change <= Reach(apart) ? second : null,
        };
    }

    // A layer between two drops is counted in both, with opposite signs, so that their difference has it twice.
    private static double? ErrorOfDifference(ProfiledLayer[] layers, ProfiledLayer one, ProfiledLayer other)
    {
        var weights = new int[layers.Length];
        foreach (var (layer, sign) in new[] { (one, 1), (other, -1) })
        {
            var place = Array.IndexOf(layers, layer);
            weights[place] += sign;
            weights[place - 1] -= sign;
        }

        double squares = 0;
        for (var i = 0; i < layers.Length; i++)
        {
            if (weights[i] == 0) continue;
            if (layers[i].Row.StandardError is not { } error) return null;
            squares += weights[i] * weights[i] * error * error;
        }

        return Math.Sqrt(squares);
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
