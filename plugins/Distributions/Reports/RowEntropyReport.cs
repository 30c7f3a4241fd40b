using Infoscope.Plugins.Distributions.Sums;

namespace Infoscope.Plugins.Distributions.Reports;

/// <summary>Turns sums into everything that is reported of them.</summary>
internal sealed class RowEntropyReport(EstimationContext context, RowEntropyOptions options, Tally tally)
{
    private readonly EntropyScale scale = options.Normalize;

    /// <summary>Gives the estimates, facts and notes.</summary>
    /// <param name="heads">The sums of each head, of at least one row; rows of activations are those of one head.</param>
    /// <param name="rows">The number of rows of the data that they rest on.</param>
    /// <param name="labelSets">The sums of the labels of each label set that is no null.</param>
    public EstimateSet Of(EntropySums[] heads, long rows, IEnumerable<LabelSums> labelSets)
    {
        var columns = heads[0].Columns;
        var whole = new EntropySums(columns);
        foreach (var head in heads) whole.Add(head);
        List<Estimate> estimates = [.. Of(whole, rows, "")];
        var facts = new Dictionary<string, string>();
        if (options.Source == DistributionSource.Attention)
        {
            facts["attention"] = $"{heads.Length} heads over {columns} positions, causal in {tally.Causal} of {tally.Sequences} sequences";
            if (context.Items) estimates.AddRange(heads.SelectMany((head, number) => Of(head, rows, $"head {number}")));
        }

        List<string> notes = [];
        if (tally.Dropped > 0) notes.Add($"left out: {LeftOut()}");
        if (context.Items) estimates.AddRange(labelSets.SelectMany(sums => Of(sums, columns)));
        else if (labelSets.Any()) notes.Add("labels are not used: the mean entropy of the rows of each label comes with --items");
        return new EstimateSet { Estimates = estimates, Facts = facts, Notes = notes };
    }

    /// <summary>Says how many rows were left out and why.</summary>
    public string LeftOut()
    {
        string[] parts =
        [
            .. tally.NonFinite > 0 || tally.Dropped == 0 ? [$"{CountOf(tally.NonFinite)} not finite"] : Array.Empty<string>(),
            .. tally.WithoutAttention > 0 ? [$"{CountOf(tally.WithoutAttention)} of sequences without attention"] : Array.Empty<string>(),
        ];
        return string.Join(" and ", parts);
    }

    /// <summary>Gives the estimates of all rows, or of those of one head.</summary>
    /// <param name="sums">The sums, of at least one row.</param>
    /// <param name="rows">The number of rows of the data that they rest on.</param>
    /// <param name="item">The head; empty for all.</param>
    private IEnumerable<Estimate> Of(EntropySums sums, long rows, string item)
    {
        var columns = Information.OfUniform(sums.Columns);
        var most = scale == EntropyScale.Columns ? columns : Information.FromNats(sums.LogSupport / sums.Rows);
        Estimate Make(Quantity quantity, double nats) => new()
        {
            Quantity = quantity,
            Value = Information.FromNats(nats),
            Item = item,
            Floor = Information.Zero,
            Scale = columns,
            RowsUsed = rows,
            RowsDropped = tally.Dropped,
        };
        yield return Make(RowEntropyQuantities.RowEntropy, sums.MeanNats) with { Ceiling = most, Scale = most };
        if (sums.Rows > 1) yield return Make(RowEntropyQuantities.Deviation, sums.DeviationNats) with { Scale = most };
        var ofMean = sums.EntropyOfMeanNats;
        yield return Make(RowEntropyQuantities.MeanRowEntropy, ofMean) with { Ceiling = columns };
        yield return Make(RowEntropyQuantities.RowDivergence, ofMean - sums.MeanNats) with { Ceiling = Information.Min(columns, Information.OfUniform(sums.Rows)) };
    }

    /// <summary>Gives the mean entropy of the rows of each label that has one.</summary>
    /// <param name="sums">The sums of the labels.</param>
    /// <param name="columns">The number of columns.</param>
    private IEnumerable<Estimate> Of(LabelSums sums, int columns)
    {
        foreach (var (label, one) in sums.InOrder.Where(label => label.Value.Rows > 0))
        {
            var most = scale == EntropyScale.Columns ? Information.OfUniform(columns) : Information.FromNats(one.LogSupport / one.Rows);
            yield return new Estimate
            {
                Quantity = RowEntropyQuantities.RowEntropy,
                Value = Information.FromNats(one.EntropyNats / one.Rows),
                LabelSet = sums.Info.Name,
                Item = sums.Info.LabelNames[label],
                Floor = Information.Zero,
                Ceiling = most,
                Scale = most,
                RowsUsed = one.Rows,
                RowsDropped = one.Dropped,
            };
        }
    }

    private static string CountOf(long count) => count == 1 ? "1 row" : $"{count} rows";
}
