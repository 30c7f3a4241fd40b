using Infoscope.Plugins.Spectrum.Renyi.Kernels;

namespace Infoscope.Plugins.Spectrum.Renyi.Reports;

/// <summary>Turns entropies and informations into estimates.</summary>
internal sealed class RenyiReport(EstimationContext context, RenyiOptions options, RowKernel kernel)
{
    private const string Reference = "reference";
    private const string NoNull = "no null: a reference is not permuted";

    private readonly RenyiNotes notes = new(options);

    /// <summary>Gets the estimates so far.</summary>
    public List<Estimate> Estimates { get; } = [];

    /// <summary>Adds the entropy of rows.</summary>
    /// <param name="nats">The entropy.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="labelSet">The label set whose labelled rows they are; empty for all.</param>
    /// <param name="dropped">The rows left out.</param>
    public void AddEntropy(double nats, int rows, string labelSet, int dropped) =>
        Estimates.Add(EntropyOf(Quantities.Entropy, nats, rows, dropped) with { LabelSet = labelSet });

    /// <summary>Adds the conditional entropy and the information of a label set.</summary>
    /// <param name="information">The numbers.</param>
    /// <param name="groups">The usable rows by label.</param>
    /// <param name="all">What was kept of the rows and what was left out.</param>
    /// <param name="set">The place of the label set.</param>
    public void AddLabels(LabelInformation information, LabelGroups groups, KeptRows all, int set)
    {
        var (labels, rows, dropped) = (context.LabelSets[set], groups.Rows.Length, all.DroppedOf(set));
        Estimates.Add(Conditional(information.ConditionalNats, information.ConditionalCeilingNats, rows, dropped) with { LabelSet = labels.Name });
        Estimates.Add(InformationOf(information.Nats, information.CeilingNats, information.WholeNats, rows, dropped) with { LabelSet = labels.Name });
        if (!context.Items || labels.IsNull) return;
        for (var i = 0; i < groups.All.Count; i++)
        {
            var (label, own) = groups.All[i];
            Estimates.Add(EntropyOf(Quantities.ConditionalEntropy, information.OfLabelsNats[i], own.Length, all.DroppedOf(set, label)) with { LabelSet = labels.Name, Item = labels.LabelNames[label] });
        }
    }

    /// <summary>Adds the conditional entropy and the information of the reference.</summary>
    public void AddReference(PairInformation information, RowKernel reference, int rows, int dropped)
    {
        var rank = Math.Min(rows, (long)kernel.LargestRank(rows) * reference.LargestRank(rows));
        var conditional = Conditional(information.ConditionalNats, Math.Log(rank) - information.ReferenceNats, rows, dropped);
        var mutual = InformationOf(information.Nats, information.CeilingNats, information.RowsNats, rows, dropped);
        Estimates.Add(conditional with { Against = Reference, Notes = [NoNull] });
        Estimates.Add(mutual with { Against = Reference, Notes = [NoNull, .. mutual.Notes] });
    }

    private Estimate EntropyOf(Quantity quantity, double nats, int rows, int dropped) => new()
    {
        Quantity = quantity,
        Value = Information.FromNats(nats),
        Floor = Information.Zero,
        Ceiling = Information.OfUniform(kernel.LargestRank(rows)),
        Scale = ScaleOf(rows),
        Notes = notes.OfEntropy(nats, kernel.LargestRank(rows)),
        RowsUsed = rows,
        RowsDropped = dropped,
    };

    private Estimate Conditional(double nats, double ceilingNats, int rows, int dropped) => new()
    {
        Quantity = Quantities.ConditionalEntropy,
        Value = Information.FromNats(nats),
        Floor = Information.Zero,
        Ceiling = Information.FromNats(ceilingNats),
        Scale = ScaleOf(rows),
        RowsUsed = rows,
        RowsDropped = dropped,
    };

    private Estimate InformationOf(double nats, double ceilingNats, double entropyNats, int rows, int dropped) => new()
    {
        Quantity = Quantities.MutualInformation,
        Value = Information.FromNats(nats),
        Floor = options.Alpha == 1 ? Information.Zero : null,
        Ceiling = Information.FromNats(ceilingNats),
        Scale = ScaleOf(rows),
        Notes = notes.OfInformation(nats, entropyNats, kernel.LargestRank(rows)),
        RowsUsed = rows,
        RowsDropped = dropped,
    };

    // Rows of one eigenvalue have no range.
    private Amount? ScaleOf(int rows) => kernel.LargestRank(rows) is > 1 and var rank ? Information.OfUniform(rank) : null;
}
