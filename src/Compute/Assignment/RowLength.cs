namespace Infoscope.Compute;

/// <summary>What divides a row to length 1: a power of two, then a number of moderate size.</summary>
/// <param name="Exponent">The exponent of the power of two; 0 for a row of ordinary length.</param>
/// <param name="Inverse">The reciprocal of the length of the row divided by the power of two; NaN for a row that has no direction.</param>
internal readonly record struct RowLength(int Exponent, double Inverse)
{
    // Rows in single are used as they are when no product with moderate anchors can overflow or vanish.
    private const double SmallSingle = 1e-36, LargeSingle = 1e36;

    // Squares of lengths in double at which no square that counts overflows or vanishes.
    private const double SmallDouble = 1e-200, LargeDouble = 1e200;

    private static RowLength NoDirection => new(0, double.NaN);

    /// <summary>Gives the length of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="mayStay">Whether a row of ordinary length keeps the exponent 0.</param>
    public static RowLength Of(ReadOnlySpan<float> row, bool mayStay)
    {
        var squares = SquaredLength.Of(row);
        if (!double.IsFinite(squares) || squares == 0) return NoDirection;
        var length = Math.Sqrt(squares);
        if (mayStay && squares is >= SmallSingle and <= LargeSingle) return new(0, 1 / length);
        var exponent = Math.ILogB(length);
        return new(exponent, 1 / Math.ScaleB(length, -exponent));
    }

    /// <summary>Gives the length of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="mayStay">Whether a row of ordinary length keeps the exponent 0.</param>
    /// <param name="scaled">Takes the row divided by the power of two, if that is not 1.</param>
    public static RowLength Of(ReadOnlySpan<double> row, bool mayStay, Span<double> scaled)
    {
        var squares = SquaredLength.Of(row);
        if (mayStay && squares is >= SmallDouble and <= LargeDouble) return new(0, 1 / Math.Sqrt(squares));
        double largest = 0;
        foreach (var number in row) largest = Math.Max(largest, Math.Abs(number));
        if (!double.IsFinite(largest) || largest == 0) return NoDirection;
        var exponent = PowerOfTwo.ExponentOf(largest);
        var length = new RowLength(exponent, double.NaN);
        length.Scale(row, scaled);
        return length with { Inverse = 1 / Math.Sqrt(SquaredLength.Of(scaled)) };
    }

    /// <summary>Writes a row divided by the power of two, which rounds nothing that counts.</summary>
    public void Scale(ReadOnlySpan<float> row, Span<float> scaled)
    {
        var factor = Math.ScaleB(1, -Exponent);
        for (var i = 0; i < row.Length; i++) scaled[i] = (float)(row[i] * factor);
    }

    /// <inheritdoc cref="Scale(ReadOnlySpan{float}, Span{float})"/>
    public void Scale(ReadOnlySpan<double> row, Span<double> scaled)
    {
        var factor = Math.ScaleB(1, -Exponent);
        for (var i = 0; i < row.Length; i++) scaled[i] = row[i] * factor;
    }
}
