using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Plugins.Labels;

/// <summary>The finite rows of an array, scaled by a power of two so that no square overflows or vanishes, each padded with zeros to whole vectors.</summary>
/// <remarks>Vectors are of four lanes on every machine and products are not fused with sums, so distances and labels are the same everywhere.</remarks>
internal sealed class ClusterPoints
{
    private readonly Vector256<double>[] values;
    private readonly int[]? rows;

    private ClusterPoints(Vector256<double>[] values, int width, int count, int[]? rows)
    {
        this.values = values;
        Width = width;
        Count = count;
        this.rows = rows;
    }

    /// <summary>Gets the number of points.</summary>
    internal int Count { get; }

    /// <summary>Gets the number of vectors of a point.</summary>
    internal int Width { get; }

    /// <summary>Gets a point.</summary>
    internal ReadOnlySpan<Vector256<double>> this[int point] => values.AsSpan(point * Width, Width);

    /// <summary>Gives the row of the array that a point is.</summary>
    internal int RowOf(int point) => rows is null ? point : rows[point];

    /// <summary>Takes the finite rows of an array, in order.</summary>
    internal static ClusterPoints Of(NumericArray array)
    {
        var features = (int)array.Shape[^1];
        var all = (int)(array.Length / features);
        var reals = array.ToReals();
        int[] finite = [.. Enumerable.Range(0, all).Where(row => AllFinite(reals.AsSpan(row * features, features)))];
        var exponent = ExponentOf(reals);
        var width = (features + Vector256<double>.Count - 1) / Vector256<double>.Count;
        var values = new Vector256<double>[finite.Length * width];
        for (var point = 0; point < finite.Length; point++)
        {
            var target = MemoryMarshal.Cast<Vector256<double>, double>(values.AsSpan(point * width, width));
            for (var feature = 0; feature < features; feature++) target[feature] = Math.ScaleB(reals[(finite[point] * features) + feature], -exponent);
        }

        return new(values, width, finite.Length, finite.Length == all ? null : finite);
    }

    /// <summary>Gives the squared Euclidean distance of two points.</summary>
    internal static double SquaredDistance(ReadOnlySpan<Vector256<double>> left, ReadOnlySpan<Vector256<double>> right)
    {
        var sum = Vector256<double>.Zero;
        for (var i = 0; i < left.Length; i++)
        {
            var difference = left[i] - right[i];
            sum += difference * difference;
        }

        return (sum[0] + sum[1]) + (sum[2] + sum[3]);
    }

    private static bool AllFinite(ReadOnlySpan<double> row)
    {
        foreach (var value in row)
        {
            if (!double.IsFinite(value)) return false;
        }

        return true;
    }

    private static int ExponentOf(double[] reals)
    {
        var largest = 0.0;
        foreach (var value in reals)
        {
            if (double.IsFinite(value)) largest = Math.Max(largest, Math.Abs(value));
        }

        return largest == 0 ? 0 : Math.ILogB(largest);
    }
}
