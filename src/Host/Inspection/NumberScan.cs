using Infoscope.Formats;

namespace Infoscope.Host.Inspection;

/// <summary>One pass over the numbers of an array, block by block, in double precision.</summary>
internal sealed class NumberScan
{
    private const int BlockElements = 1 << 20;
    private const long DistinctBytes = 4 << 20;
    private const long BytesOfANumber = 40;

    // A power of two, so that scaling is exact; a block of numbers near the largest does not overflow when it is summed.
    private const double Scale = 1.0 / BlockElements;

    private readonly DistinctValues<long> different = new(new Allowance(DistinctBytes), _ => BytesOfANumber);
    private double minimum = double.PositiveInfinity, maximum = double.NegativeInfinity, mean;
    private double smallestNorm = double.PositiveInfinity, largestNorm = double.NegativeInfinity;
    private long finite, nan, infinite, nonFiniteRows, zeroRows, minusOnes;
    private double rowNorm;
    private bool rowIsFinite = true;

    /// <summary>Reads all of an array of numbers.</summary>
    /// <param name="array">The array.</param>
    /// <param name="progress">Takes how many elements were read.</param>
    /// <param name="cancellation">Ends the pass.</param>
    public static NumberSummary Of(StoredArray array, IProgress<long> progress, CancellationToken cancellation)
    {
        var scan = new NumberScan();
        var hasRows = array.Shape.Count > 1 && !array.ElementType.IsInteger();
        var rowLength = array.Shape.Count > 1 ? array.Shape[^1] : 1;
        var most = rowLength is > 0 and <= BlockElements ? BlockElements / rowLength * rowLength : BlockElements;
        var block = new double[Math.Min(most, array.Length)];
        for (var first = 0L; first < array.Length; first += block.Length)
        {
            cancellation.ThrowIfCancellationRequested();
            var values = block.AsSpan(0, (int)Math.Min(block.Length, array.Length - first));
            array.Read(first, values);
            scan.AddValues(values);
            if (hasRows) scan.AddRows(values, first % rowLength, rowLength);
            if (array.ElementType.IsInteger()) scan.AddWhole(values);
            progress.Report(first + values.Length);
        }

        return scan.Summary(hasRows, array.ElementType.IsInteger());
    }

    private static double NormOf(ReadOnlySpan<double> values)
    {
        var squares = 0.0;
        foreach (var value in values) squares += value * value;
        // Squares of doubles overflow and vanish long before their norm does.
        if (squares is > 1e-280 and < 1e300) return Math.Sqrt(squares);
        var largest = 0.0;
        foreach (var value in values) largest = Math.Max(largest, Math.Abs(value));
        if (largest == 0) return 0;
        squares = 0;
        foreach (var value in values) squares += value / largest * (value / largest);
        return largest * Math.Sqrt(squares);
    }

    private void AddValues(ReadOnlySpan<double> values)
    {
        var (count, sum) = (0L, 0.0);
        foreach (var value in values)
        {
            if (double.IsFinite(value))
            {
                count++;
                sum += value * Scale;
                minimum = Math.Min(minimum, value);
                maximum = Math.Max(maximum, value);
            }
            else if (double.IsNaN(value)) nan++;
            else infinite++;
        }

        if (count == 0) return;
        finite += count;
        var share = (double)count / finite;
        mean = (mean * (1 - share)) + (sum / count / Scale * share);
    }

    // A row may be longer than a block: its parts come one after another.
    private void AddRows(ReadOnlySpan<double> values, long begun, long rowLength)
    {
        while (!values.IsEmpty)
        {
            var part = values[..(int)Math.Min(values.Length, rowLength - begun)];
            var norm = NormOf(part);
            rowIsFinite &= double.IsFinite(norm) || IsFinite(part);
            rowNorm = rowNorm == 0 ? norm : double.Hypot(rowNorm, norm);
            begun += part.Length;
            values = values[part.Length..];
            if (begun < rowLength) return;
            EndRow();
            begun = 0;
        }
    }

    private static bool IsFinite(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (!double.IsFinite(value)) return false;
        }

        return true;
    }

    private void EndRow()
    {
        if (!rowIsFinite) nonFiniteRows++;
        else
        {
            if (rowNorm == 0) zeroRows++;
            smallestNorm = Math.Min(smallestNorm, rowNorm);
            largestNorm = Math.Max(largestNorm, rowNorm);
        }

        (rowNorm, rowIsFinite) = (0, true);
    }

    private void AddWhole(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            // Whole numbers that double precision cannot tell apart count as one.
            different.Add(BitConverter.DoubleToInt64Bits(value));
            if (value == -1) minusOnes++;
        }
    }

    private NumberSummary Summary(bool hasRows, bool isWhole) => new()
    {
        Minimum = finite > 0 ? minimum : null,
        Maximum = finite > 0 ? maximum : null,
        Mean = finite > 0 ? mean : null,
        NaN = nan,
        Infinite = infinite,
        NonFiniteRows = hasRows ? nonFiniteRows : null,
        ZeroRows = hasRows ? zeroRows : null,
        SmallestNorm = double.IsFinite(smallestNorm) ? smallestNorm : null,
        LargestNorm = double.IsFinite(largestNorm) ? largestNorm : null,
        Different = isWhole ? different.Count : null,
        MinusOnes = isWhole ? minusOnes : null,
    };
}
