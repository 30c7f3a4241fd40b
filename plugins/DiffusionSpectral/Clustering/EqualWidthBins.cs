namespace Infoscope.Plugins.DiffusionSpectral.Clustering;

/// <summary>Bins of equal width between the extremes of a column.</summary>
internal static class EqualWidthBins
{
    /// <summary>Gives the bin of each value, 1 .. bins. A value on an edge belongs to the bin above, the largest value to the last bin; a constant column lies in bin 1.</summary>
    public static int[] Of(ReadOnlySpan<double> values, int bins)
    {
        var (least, most) = Extremes(values);
        var ids = new int[values.Length];
        // Halves keep a range beyond the largest double finite.
        var half = double.IsFinite(most - least) ? 1 : 0.5;
        var range = half * most - half * least;
        for (var i = 0; i < ids.Length; i++) ids[i] = range == 0 ? 1 : BinOf((half * values[i] - half * least) / range, bins);
        return ids;
    }

    // Edge b is b times the rounded width, as in the published numbers: 3/10 is below edge 3 of ten, which is rounded up.
    private static int BinOf(double place, int bins)
    {
        var width = 1.0 / bins;
        var bin = Math.Min((int)(place * bins), bins - 1);
        while (bin > 0 && place < bin * width) bin--;
        while (bin < bins - 1 && place >= (bin + 1) * width) bin++;
        return bin + 1;
    }

    private static (double Least, double Most) Extremes(ReadOnlySpan<double> values)
    {
        var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values) (least, most) = (Math.Min(least, value), Math.Max(most, value));
        return (least, most);
    }
}
