using System.Globalization;

namespace Infoscope.Plugins.Distributions.Rows;

/// <summary>Takes rows for distributions, one after the other: checks them and divides them by their sum.</summary>
internal sealed class Distribution(double tolerance, string estimatorId)
{
    // What is off by no more than this was rounded; what is off by more was never divided by its sum.
    private const double MostByRounding = 0.02;

    /// <summary>Divides a finite row by its sum, in place.</summary>
    /// <returns>Its entropy in nats, - sum p ln p with 0 ln 0 = 0; each term is at least 0.</returns>
    /// <param name="row">The row.</param>
    /// <param name="place">Where it stands: a name, and numbers counted from 0.</param>
    /// <exception cref="NumericalFailureException">An entry is below 0, or the sum is not 1 within the tolerance.</exception>
    public double Divide(Span<double> row, RowPlace place)
    {
        double sum = 0;
        for (var column = 0; column < row.Length; column++)
        {
            if (row[column] < 0) throw Refusal(place, FormattableString.Invariant($"is {row[column]:G6} in column {column}"), "take the softmax of logits first");
            sum += row[column];
        }

        if (!(Math.Abs(sum - 1) <= tolerance)) throw Refusal(place, FormattableString.Invariant($"sums to {sum:G6}"), Remedy(sum));
        double nats = 0;
        foreach (ref var share in row)
        {
            share /= sum;
            if (share > 0) nats -= share * Math.Log(share);
        }

        return nats;
    }

    private string Remedy(double sum) => Math.Abs(sum - 1) <= MostByRounding
        ? $"if that is rounding, allow more with --set {estimatorId}.tolerance"
        : "take the softmax of logits first, or divide weights by their sum";

    private NumericalFailureException Refusal(RowPlace place, string actual, string remedy) =>
        new($"{place} {actual}; {estimatorId} needs distributions, rows of at least 0 that sum to 1 within {tolerance.ToString("R", CultureInfo.InvariantCulture)}: {remedy}.");
}
