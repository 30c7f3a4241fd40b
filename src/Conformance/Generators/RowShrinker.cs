namespace Infoscope.Conformance.Generators;

/// <summary>Fewer features, and simpler values in place of values.</summary>
internal static class RowShrinker
{
    /// <summary>Gives the rows with fewer features: halves first, single ones last.</summary>
    public static IEnumerable<double[][]> FewerFeatures(double[][] rows) =>
        Subsets.LeavingOut(rows[0].Length).Select(kept => Array.ConvertAll(rows, row => Array.ConvertAll(kept, feature => row[feature])));

    /// <summary>Gives the rows with simpler values: in all places at once, in a column, in a row, in one place.</summary>
    /// <remarks>
    /// A candidate has at least one simpler value by <see cref="NumberOrder"/> and no other that changed, or a column that is smaller by (significant digits of all its values,
    /// values other than zero, sum of magnitudes, negative values), the first difference deciding, of which the last three count among whole numbers alone. Simpler values
    /// never have more digits, and simpler whole numbers make a column smaller too, so neither way undoes the other.
    /// </remarks>
    public static IEnumerable<double[][]> SimplerValues(double[][] rows)
    {
        var (count, features) = (rows.Length, rows[0].Length);
        if (count * features > 1)
        {
            foreach (var candidate in Stepped(rows, (_, _) => true)) yield return candidate;
        }

        if (count > 1 && features > 1)
        {
            foreach (var column in Enumerable.Range(0, features))
            {
                foreach (var candidate in Stepped(rows, (_, feature) => feature == column)) yield return candidate;
            }

            foreach (var only in Enumerable.Range(0, count))
            {
                foreach (var candidate in Stepped(rows, (row, _) => row == only)) yield return candidate;
            }
        }

        foreach (var candidate in SmallerColumns(rows)) yield return candidate;
        for (var row = 0; row < count; row++)
        {
            for (var feature = 0; feature < features; feature++)
            {
                foreach (var value in NumberOrder.Simpler(rows[row][feature]))
                {
                    var candidate = Copy(rows);
                    candidate[row][feature] = value;
                    yield return candidate;
                }
            }
        }
    }

    private static IEnumerable<double[][]> Stepped(double[][] rows, Func<int, int, bool> takesPart)
    {
        double[][]? last = null;
        foreach (var step in NumberOrder.Steps)
        {
            var candidate = Copy(rows);
            var changed = false;
            for (var row = 0; row < rows.Length; row++)
            {
                for (var feature = 0; feature < rows[row].Length; feature++)
                {
                    if (!takesPart(row, feature)) continue;
                    // Adding zero turns minus zero into zero.
                    var value = step(rows[row][feature]) + 0.0;
                    if (!NumberOrder.IsSimpler(value, rows[row][feature])) continue;
                    candidate[row][feature] = value;
                    changed = true;
                }
            }

            if (!changed || (last is not null && Same(last, candidate))) continue;
            last = candidate;
            yield return candidate;
        }
    }

    private static IEnumerable<double[][]> SmallerColumns(double[][] rows)
    {
        if (rows.Length == 1) yield break;
        for (var feature = 0; feature < rows[0].Length; feature++)
        {
            var column = Array.ConvertAll(rows, row => row[feature]);
            foreach (var other in Columns(column))
            {
                if (!IsSmaller(other, column)) continue;
                var candidate = Copy(rows);
                for (var row = 0; row < rows.Length; row++) candidate[row][feature] = other[row];
                yield return candidate;
            }
        }
    }

    // Many laws see differences or ranks alone: without these the values 2 and -1 would not become 0 and 3, nor 2.1, 2.2 and 2.3 become 0, 1 and 2.
    private static IEnumerable<double[]> Columns(double[] column)
    {
        double[] distinct = [.. column.Distinct().Order()];
        yield return Array.ConvertAll(column, value => (double)Array.BinarySearch(distinct, value));
        foreach (var shift in distinct) yield return Array.ConvertAll(column, value => value - shift);
    }

    private static bool IsSmaller(double[] candidate, double[] column)
    {
        var (digits, digitsOfColumn) = (candidate.Sum(NumberOrder.Digits), column.Sum(NumberOrder.Digits));
        return digits < digitsOfColumn || (digits == 0 && digitsOfColumn == 0 && Size(candidate).CompareTo(Size(column)) < 0);

        static (int, double, int) Size(double[] values) => (values.Count(value => value != 0), values.Sum(Math.Abs), values.Count(value => value < 0));
    }

    private static bool Same(double[][] one, double[][] other) => one.Zip(other).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));

    private static double[][] Copy(double[][] rows) => Array.ConvertAll(rows, row => (double[])row.Clone());
}
