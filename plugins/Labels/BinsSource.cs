using System.Globalization;

namespace Infoscope.Plugins.Labels;

/// <summary>Labels each row with the quantile bin of a real number.</summary>
/// <remarks>
/// <c>bins:K:FILE</c>, FILE holding one number per row, shape (rows), (sequences, length) or (sequences). K bins with as equal counts as ties allow; equal values share a bin. NaN is no label, which a
/// note counts; infinities are values like others. Fewer distinct values than K give as many bins as there are values, with a note. Bins are numbered upwards and named by their bounds,
/// <c>[0, 1.5)</c>, which are values of the array. Cost: O(rows log rows) time, O(rows) memory. No randomness.
/// </remarks>
[LabelSource("bins", Summary = "The quantile bin of a real number.")]
[LabelArgument(0, Bins, LabelArgumentKind.Count, Summary = "The number of bins, at least 2.")]
[LabelArgument(1, Values, LabelArgumentKind.Array, Summary = "One number per row, shape (rows), (sequences, length) or (sequences).")]
public sealed class BinsSource : ILabelSource
{
    private const string Bins = "k", Values = "values";

    /// <inheritdoc/>
    public LabelSet Derive(LabelRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var bins = request.Count(Bins);
        if (bins < 2) throw new OptionException($"{request.Source}: k is {bins}; quantile bins are at least 2.");
        var array = request.Array(Values);
        if (array.Shape.Count is not (1 or 2))
        {
            throw new ActivationShapeException(
                $"{request.Source}: {array.Source} has shape {ArrayShape.Text(array.Shape)}; bins are made of one number per row, shape (rows), (sequences, length) or (sequences).");
        }

        var values = array.ToReals();
        var sorted = Array.FindAll(values, value => !double.IsNaN(value));
        if (sorted.Length == 0) throw new OptionException($"{request.Source}: {array.Source} holds no number that is not NaN, so no row would have a label; check the array.");
        Array.Sort(sorted);
        var (distinct, counts) = RunsOf(sorted);
        var made = (int)Math.Min(bins, distinct.Length);
        var starts = QuantileCuts.Of(counts, made).Select(cut => distinct[cut]).ToArray();

        var ids = new int[values.Length];
        for (var row = 0; row < ids.Length; row++)
        {
            var place = double.IsNaN(values[row]) ? -1 : Array.BinarySearch(starts, values[row]);
            // The complement of a place is where the value would stand: one behind the start of its bin.
            ids[row] = double.IsNaN(values[row]) ? -1 : place >= 0 ? place : ~place - 1;
        }

        var notes = new List<string>();
        if (sorted.Length < values.Length) notes.Add(string.Create(CultureInfo.InvariantCulture, $"{values.Length - sorted.Length} of {values.Length} values of {array.Source} are NaN and have no label"));
        if (made < bins) notes.Add($"{array.Source} has {(made == 1 ? "1 distinct value" : $"{made} distinct values")}, so there are fewer bins than {bins}");
        return new LabelSet(array.Shape, ids, NamesOf(starts, sorted)) { Notes = notes };
    }

    /// <summary>Gives the distinct values among sorted ones, and how often each occurs.</summary>
    private static (double[] Distinct, int[] Counts) RunsOf(double[] sorted)
    {
        var distinct = new List<double>();
        var counts = new List<int>();
        foreach (var value in sorted)
        {
            // Compared as numbers, so that -0 and 0 are equal.
            if (distinct.Count > 0 && distinct[^1] == value)
            {
                counts[^1]++;
                continue;
            }

            distinct.Add(value);
            counts.Add(1);
        }

        return ([.. distinct], [.. counts]);
    }

    private static string[] NamesOf(double[] starts, double[] sorted)
    {
        // Values saved in single precision are written with its digits, 0.1 rather than 0.10000000149011612.
        var single = Array.TrueForAll(sorted, value => (float)value == value);
        return [.. starts.Select((start, bin) => bin + 1 < starts.Length ? $"[{Text(start, single)}, {Text(starts[bin + 1], single)})" : $"[{Text(start, single)}, {Text(sorted[^1], single)}]")];
    }

    private static string Text(double value, bool single) =>
        double.IsPositiveInfinity(value) ? "inf"
        : double.IsNegativeInfinity(value) ? "-inf"
        : value == 0 ? "0"
        : single ? ((float)value).ToString("R", CultureInfo.InvariantCulture) : value.ToString("R", CultureInfo.InvariantCulture);
}
