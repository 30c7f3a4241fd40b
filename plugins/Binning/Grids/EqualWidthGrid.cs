using System.Numerics;

namespace Infoscope.Plugins.Binning.Grids;

/// <summary>Bins of equal width: floor((z - from)/(to - from) m), and what lies outside in the bins at the ends; the value at the upper end is in the last bin.</summary>
/// <remarks>A feature whose two ends are equal has one bin. It never overflows: where the difference of the ends would, halves are taken.</remarks>
internal sealed class EqualWidthGrid : Grid
{
    private readonly double[] from;
    private readonly double[] to;

    // The same once more for several features at a time: one without a width has a lower end of 0, a width of 1, and one bin. Empty when a width overflows.
    private readonly double[] lows = [];
    private readonly double[] widths = [];
    private readonly double[] lastBins = [];

    /// <summary>Makes the bins between the ends of each feature; ends that are NaN are those of a feature without a finite value.</summary>
    public EqualWidthGrid(double[] from, double[] to, int bins)
        : base(from.Length, bins)
    {
        this.from = from;
        this.to = to;
        if (from.Zip(to, (low, high) => high - low).Any(double.IsPositiveInfinity)) return;
        lows = [.. from.Select((low, feature) => low < to[feature] ? low : 0)];
        widths = [.. from.Select((low, feature) => low < to[feature] ? to[feature] - low : 1)];
        lastBins = [.. from.Select((_, feature) => BinsOf(feature) - 1.0)];
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
    public override int Assign(ReadOnlySpan<double> row, Span<ushort> bins)
    {
        if (lows.Length < row.Length) return base.Assign(row, bins);
        var outside = Vector<long>.Zero;
        var width = Vector<double>.Count;
        var feature = 0;
        for (; feature <= row.Length - Vector<ushort>.Count; feature += Vector<ushort>.Count)
        {
            var low = Vector.Narrow(Assign(row, feature, ref outside), Assign(row, feature + width, ref outside));
            var high = Vector.Narrow(Assign(row, feature + (2 * width), ref outside), Assign(row, feature + (3 * width), ref outside));
            Vector.AsVectorUInt16(Vector.Narrow(low, high)).CopyTo(bins[feature..]);
        }

        var count = (int)Vector.Sum(outside);
        for (; feature < row.Length; feature++)
        {
            bins[feature] = (ushort)BinOf(feature, row[feature]);
            if (IsOutside(feature, row[feature])) count++;
        }

        return count;
    }

    /// <inheritdoc/>
    public override bool IsOutside(int feature, double value) => value < from[feature] || value > to[feature];

    // The same arithmetic as of one value. A number in a double from 2^52 on is its low bits.
    private Vector<long> Assign(ReadOnlySpan<double> row, int feature, ref Vector<long> outside)
    {
        var value = new Vector<double>(row[feature..]);
        var share = (value - new Vector<double>(lows, feature)) / new Vector<double>(widths, feature);
        var bin = Vector.Min(Vector.Max(Vector.Floor(share * new Vector<double>(Bins)), Vector<double>.Zero), new Vector<double>(lastBins, feature));
        outside -= Vector.LessThan(value, new Vector<double>(from, feature)) | Vector.GreaterThan(value, new Vector<double>(to, feature));
        return Vector.AsVectorInt64(bin + new Vector<double>(1L << 52));
    }
}
