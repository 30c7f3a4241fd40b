using Infoscope.Plugins.DiffusionSpectral.LabelInformation;
using Infoscope.Plugins.DiffusionSpectral.Rows;

namespace Infoscope.Plugins.DiffusionSpectral.Reports;

/// <summary>Turns entropies and informations into estimates.</summary>
internal sealed class EstimateReport(EstimationContext context, FiniteRows rows, IPointEntropy entropy)
{
    /// <summary>The word in the column <c>against</c> for the classes of the reference.</summary>
    public const string Reference = "reference";

    private const string DrawError = "the standard error is that of the random subsets, and of stochastic eigenvalues where there are any, not of the rows";
    private const string NoNull = "no null: a reference is not permuted; for one give its classes as labels";
    private const string StochasticError = "the standard error is that of the stochastic eigenvalues, not of the rows";

    /// <summary>Gets the estimates so far.</summary>
    public List<Estimate> Estimates { get; } = [];

    /// <summary>Adds the entropy of points.</summary>
    /// <param name="of">The entropy.</param>
    /// <param name="points">The number of points.</param>
    /// <param name="labelSet">The label set whose labelled points they are; empty for all.</param>
    /// <param name="dropped">The rows left out.</param>
    public void AddEntropy(PointEntropy of, int points, string labelSet, int dropped) =>
        Estimates.Add(EntropyOf(Quantities.Entropy, of, points, dropped) with { LabelSet = labelSet });

    /// <summary>Adds the conditional entropy and the information of a label set.</summary>
    public void AddLabels(ClassInformation information, Classes classes, LabelSetInfo labels, int dropped)
    {
        var points = classes.Pool.Length;
        var conditional = information.Conditional;
        Estimates.Add(new Estimate
        {
            Quantity = Quantities.ConditionalEntropy,
            LabelSet = labels.Name,
            Value = Information.FromNats(conditional.Nats),
            Floor = Information.FromNats(classes.All.Sum(one => classes.ShareOf(one) * entropy.RangeNats(one.Size).Low)),
            Ceiling = Information.FromNats(classes.All.Sum(one => classes.ShareOf(one) * entropy.RangeNats(one.Size).High)),
            Scale = ScaleOf(points),
            StandardError = ErrorOf(conditional.StandardErrorNats),
            Notes = conditional.StandardErrorNats > 0 ? [StochasticError] : [],
            RowsUsed = points,
            RowsDropped = dropped,
        });
        Estimates.Add(InformationOf(information, points, dropped) with { LabelSet = labels.Name });
        if (!context.Items || labels.IsNull) return;
        for (var i = 0; i < classes.All.Count; i++)
            Estimates.Add(EntropyOf(Quantities.ConditionalEntropy, conditional.OfClasses[i], classes.All[i].Size, 0) with { LabelSet = labels.Name, Item = labels.LabelNames[classes.All[i].Label] });
    }

    /// <summary>Adds the information of the classes of the reference.</summary>
    public void AddReference(ClassInformation information, Classes classes, string note)
    {
        var one = InformationOf(information, classes.Pool.Length, rows.Total - classes.Pool.Length);
        Estimates.Add(one with { Against = Reference, Notes = [note, NoNull, .. one.Notes] });
    }

    private Estimate EntropyOf(Quantity quantity, PointEntropy of, int points, int dropped) => new()
    {
        Quantity = quantity,
        Value = Information.FromNats(of.Nats),
        Floor = of.FloorNats is { } floor ? Information.FromNats(floor) : null,
        Ceiling = Information.FromNats(of.CeilingNats),
        Scale = ScaleOf(points),
        StandardError = ErrorOf(of.StandardErrorNats),
        Notes = [.. EntropyNotes.Of(of, points, entropy), .. of.StandardErrorNats > 0 ? [StochasticError] : Array.Empty<string>()],
        RowsUsed = points,
        RowsDropped = dropped,
    };

    private Estimate InformationOf(ClassInformation information, int points, int dropped) => new()
    {
        Quantity = Quantities.MutualInformation,
        Value = Information.FromNats(information.Nats),
        Floor = Information.FromNats(information.FloorNats),
        Ceiling = Information.FromNats(information.CeilingNats),
        Scale = ScaleOf(points),
        StandardError = information.StandardErrorNats,
        Draws = information.Repetitions,
        DrawStandardDeviation = information.DrawStandardDeviationNats,
        Notes = information.StandardErrorNats is null ? [] : [information.Repetitions is null ? StochasticError : DrawError],
        RowsUsed = points,
        RowsDropped = dropped,
    };

    // One point has no range.
    private Amount? ScaleOf(int points) => entropy.RangeNats(points).High is > 0 and var high ? Information.FromNats(high) : null;

    private static double? ErrorOf(double nats) => nats > 0 ? nats : null;
}
