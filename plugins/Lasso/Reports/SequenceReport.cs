using Infoscope.Plugins.Lasso.Sequences;

namespace Infoscope.Plugins.Lasso.Reports;

/// <summary>Turns the numbers of all sequences into estimates.</summary>
internal static class SequenceReport
{
    /// <summary>Gives the estimates.</summary>
    /// <param name="sequences">The sequences that were analysed, in order; at least one.</param>
    /// <param name="measures">What was measured of each.</param>
    /// <param name="dropped">The tokens left out, those of sequences left out among them.</param>
    /// <param name="draws">The number of random sets.</param>
    public static IEnumerable<Estimate> Of(IReadOnlyCollection<SequenceNumbers> sequences, IReadOnlyList<Measure> measures, long dropped, int draws)
    {
        for (var i = 0; i < measures.Count; i++)
        {
            var place = i;
            SequenceNumbers[] having = [.. sequences.Where(one => one.Values[place] is not null)];
            if (having.Length > 0) yield return OfMeasure(measures[i], having, [.. having.Select(one => one.Values[place]!.Value)], sequences.Count, dropped, draws);
        }

        foreach (var sequence in sequences)
        {
            foreach (var token in sequence.Items) yield return OfToken(token, sequence, sequences.Count > 1);
        }
    }

    private static Estimate OfMeasure(Measure measure, SequenceNumbers[] sequences, Measured[] values, int all, long dropped, int draws)
    {
        var quantity = measure.Quantity;
        var isDrawn = Array.TrueForAll(values, one => one.DrawStandardDeviation is not null);
        return new Estimate
        {
            Quantity = quantity,
            Against = measure.Against,
            Value = Amount.Of(quantity.Kind, measure.IsLargest ? values.Max(one => one.Value) : values.Average(one => one.Value)),
            Floor = double.IsFinite(quantity.Minimum) ? Amount.Of(quantity.Kind, quantity.Minimum) : null,
            Ceiling = Array.TrueForAll(values, one => one.Ceiling is not null) ? Amount.Of(quantity.Kind, values.Average(one => one.Ceiling!.Value))
                : double.IsFinite(quantity.Maximum) ? Amount.Of(quantity.Kind, quantity.Maximum) : null,
            Draws = isDrawn ? draws : null,
            // The sets of one sequence are independent of those of another.
            DrawStandardDeviation = isDrawn ? Math.Sqrt(values.Sum(one => one.DrawStandardDeviation!.Value * one.DrawStandardDeviation!.Value)) / values.Length : null,
            RowsUsed = sequences.Sum(one => (long)one.Tokens),
            RowsDropped = dropped,
            Notes = [.. NotesOf(quantity, sequences.Length, all)],
        };
    }

    private static IEnumerable<string> NotesOf(Quantity quantity, int having, int all)
    {
        if (having < all) yield return $"the mean over the {having} of {all} sequences that have it";
        if (quantity == LassoQuantities.RemovalChance && having > 1) yield return "a mean of p-values is no p-value itself";
    }

    private static Estimate OfToken(TokenNumber token, SequenceNumbers sequence, bool several)
    {
        var quantity = TokenNumber.Quantities[token.Quantity];
        return new Estimate
        {
            Quantity = quantity,
            Item = several ? $"sequence {sequence.Sequence} token {token.Position}" : $"token {token.Position}",
            Value = Amount.Of(quantity.Kind, token.Value),
            RowsUsed = sequence.Tokens,
            RowsDropped = sequence.Dropped,
        };
    }
}
