using Infoscope.Plugins.Distributions.Sums;

namespace Infoscope.Plugins.Distributions.Reports;

/// <summary>Turns sums into estimates.</summary>
internal sealed class RowEntropyReport(EntropyScale scale, Tally tally)
{
    /// <summary>Gives the estimates of all rows, or of those of one head.</summary>
    /// <param name="sums">The sums, of at least one row.</param>
    /// <param name="rows">The number of rows of the data that they rest on.</param>
    /// <param name="item">The head; empty for all.</param>
    public IEnumerable<Estimate> Of(EntropySums sums, long rows, string item)
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
    public IEnumerable<Estimate> Of(LabelSums sums, int columns)
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
}
