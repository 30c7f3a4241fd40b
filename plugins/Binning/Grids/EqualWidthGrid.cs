namespace Infoscope.Plugins.Binning.Grids;

/// <summary>Bins of equal width: floor((z - from)/(to - from) m), and what lies outside in the bins at the ends; the value at the upper end is in the last bin.</summary>
/// <remarks>A feature whose two ends are equal has one bin. It never overflows: where the difference of the ends would, halves are taken.</remarks>
internal sealed class EqualWidthGrid : Grid
{
    private readonly double[] from;
    private readonly double[] to;

    /// <summary>Makes the bins between the ends of each feature; ends that are NaN are those of a feature without a finite value.</summary>
    public EqualWidthGrid(double[] from, double[] to, int bins)
        : base(from.Length, bins)
    {
        this.from = from;
        this.to = to;
    }

    /// <inheritdoc/>
    protected override double[] Numbers => [Bins, .. from, .. to];

    /// <inheritdoc/>
    public override int BinsOf(int feature) => from[feature] < to[feature] ? Bins : 1;

    /// <inheritdoc/>
    public override int BinOf(int feature, double value)
    {
        var (low, high) = (from[feature], to[feature]);
        if (!(low < high)) return 0;
        var width = high - low;
        var share = double.IsInfinity(width) ? ((value / 2) - (low / 2)) / ((high / 2) - (low / 2)) : (value - low) / width;
        return (int)Math.Clamp(Math.Floor(share * Bins), 0, Bins - 1);
    }

    /// <inheritdoc/>
    public override bool IsOutside(int feature, double value) => value < from[feature] || value > to[feature];
}
