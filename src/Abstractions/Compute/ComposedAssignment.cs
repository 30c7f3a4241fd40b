namespace Infoscope.Compute;

/// <summary>Soft assignment out of the operations that every provider has; the oracle of those that do it in one sweep.</summary>
internal static class ComposedAssignment
{
    /// <summary>Normalises rows in place, and gives the assignment of each.</summary>
    public static void Of(ComputeSession session, Matrix rows, Matrix anchors, double scale, Span<double> shares, Span<double> entropiesNats)
    {
        session.NormalizeRows(rows);
        var unit = new double[rows.Rows * rows.Columns];
        session.Download(rows, unit);
        using var softmax = session.Multiply(rows, anchors, transposeA: false, transposeB: true);
        session.SoftmaxRows(softmax, scale);
        session.Download(softmax, shares);
        for (var row = 0; row < rows.Rows; row++)
        {
            var ofRow = shares.Slice(row * anchors.Rows, anchors.Rows);
            if (HasDirection(unit.AsSpan(row * rows.Columns, rows.Columns))) AddUpToOne(ofRow);
            else ofRow.Fill(double.NaN);
            if (!entropiesNats.IsEmpty) entropiesNats[row] = Entropy(ofRow);
        }
    }

    private static bool HasDirection(ReadOnlySpan<double> unit)
    {
        foreach (var value in unit)
        {
            if (value != 0) return !double.IsNaN(value);
        }

        return false;
    }

    // In single precision a softmax adds up to 1 within 1e-7 alone.
    private static void AddUpToOne(Span<double> shares)
    {
        double sum = 0;
        foreach (var share in shares) sum += share;
        foreach (ref var share in shares) share /= sum;
    }

    private static double Entropy(ReadOnlySpan<double> shares)
    {
        double sum = 0;
        foreach (var share in shares) sum += share == 0 ? 0 : share * Math.Log(share);
        return 0 - sum;
    }
}
