namespace Infoscope.Plugins.DiffusionSpectral.Variants;

/// <summary>A QR step with two shifts at once, in real arithmetic whether the shifts are real or conjugate.</summary>
internal static class FrancisStep
{
    private const double Epsilon = 1.0 / (1L << 52);

    /// <summary>Applies the step to the rows and columns first to last, at least three, of a Hessenberg matrix none of whose couplings among them is 0.</summary>
    /// <param name="matrix">The (size, size) matrix, row-major.</param>
    /// <param name="size">The order.</param>
    /// <param name="first">The first index of the block.</param>
    /// <param name="last">The last index of the block.</param>
    /// <param name="shifts">The shifts.</param>
    public static void Apply(Span<double> matrix, int size, int first, int last, ShiftPair shifts)
    {
        Span<double> v = stackalloc double[3];
        var start = Start(matrix, size, first, last, shifts, v);
        for (var k = start; k < last; k++)
        {
            var part = v[..Math.Min(3, last - k + 1)];
            if (k > start)
            {
                for (var i = 0; i < part.Length; i++) part[i] = matrix[((k + i) * size) + k - 1];
            }

            var beta = Reflection.Of(part, out var tau);
            if (k > start)
            {
                matrix[(k * size) + k - 1] = beta;
                for (var i = 1; i < part.Length; i++) matrix[((k + i) * size) + k - 1] = 0;
            }
            else if (k > first)
            {
                // What the reflection makes of this coupling below it is negligible: that is why the step starts here.
                matrix[(k * size) + k - 1] *= 1 - tau;
            }

            if (tau == 0) continue;
            FromLeft(matrix, size, k, last, part, tau);
            FromRight(matrix, size, k, first, Math.Min(k + 3, last), part, tau);
        }
    }

    /// <summary>Finds where the bulge starts, and the first column of (H - shift)(H - other shift) there, divided by its first coupling.</summary>
    /// <remarks>That is the last place whose coupling to the rows before is negligible in the product; a start before it would lose the shifts in rounding.</remarks>
    private static int Start(ReadOnlySpan<double> matrix, int size, int first, int last, ShiftPair shifts, Span<double> v)
    {
        for (var start = last - 2; ; start--)
        {
            var corner = (start * size) + start;
            var (a, b, c, d) = (matrix[corner], matrix[corner + 1], matrix[corner + size], matrix[corner + size + 1]);
            var (one, two) = (shifts.First - a, shifts.Second - a);
            v[0] = (((one * two) - shifts.Coupling) / c) + b;
            v[1] = d - a - one - two;
            v[2] = matrix[corner + (2 * size) + 1];
            if (start == first) return start;
            var before = matrix[corner - 1];
            var around = Math.Abs(matrix[corner - size - 1]) + Math.Abs(a) + Math.Abs(d);
            if (Math.Abs(before) * (Math.Abs(v[1]) + Math.Abs(v[2])) <= Epsilon * Math.Abs(v[0]) * around) return start;
        }
    }

    private static void FromLeft(Span<double> matrix, int size, int k, int last, ReadOnlySpan<double> v, double tau)
    {
        var length = last - k + 1;
        var one = matrix.Slice((k * size) + k, length);
        var two = matrix.Slice(((k + 1) * size) + k, length);
        if (v.Length == 2)
        {
            for (var j = 0; j < length; j++)
            {
                var sum = tau * (one[j] + (v[1] * two[j]));
                one[j] -= sum;
                two[j] -= sum * v[1];
            }

            return;
        }

        var three = matrix.Slice(((k + 2) * size) + k, length);
        for (var j = 0; j < length; j++)
        {
            var sum = tau * (one[j] + (v[1] * two[j]) + (v[2] * three[j]));
            one[j] -= sum;
            two[j] -= sum * v[1];
            three[j] -= sum * v[2];
        }
    }

    private static void FromRight(Span<double> matrix, int size, int k, int firstRow, int lastRow, ReadOnlySpan<double> v, double tau)
    {
        for (var row = firstRow; row <= lastRow; row++)
        {
            var part = matrix.Slice((row * size) + k, v.Length);
            var sum = part[0] + (v[1] * part[1]);
            if (v.Length == 3) sum += v[2] * part[2];
            sum *= tau;
            part[0] -= sum;
            part[1] -= sum * v[1];
            if (v.Length == 3) part[2] -= sum * v[2];
        }
    }
}
