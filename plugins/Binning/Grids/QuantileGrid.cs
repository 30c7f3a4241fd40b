using System.Globalization;

namespace Infoscope.Plugins.Binning.Grids;

/// <summary>Bins of about equal numbers of values: cuts at the k/m-quantiles of a sample of the rows.</summary>
/// <remarks>
/// A cut is a value of the sample, the smallest with at least k/m of it at or below, so that a strictly monotone map of the feature moves cuts and values alike. The bin of a
/// value is the number of cuts below it. Equal cuts are one, and a cut at the largest value of the feature is none.
/// </remarks>
internal sealed class QuantileGrid : Grid
{
    private readonly double[][] cuts;

    /// <summary>Takes the cuts from the sample of a survey.</summary>
    public QuantileGrid(ActivationSurvey survey, int bins)
        : base(survey.Maximum.Count, bins)
    {
        var sample = survey.Reservoir.Span;
        var values = new double[sample.Length / Math.Max(1, Features)];
        cuts = new double[Features][];
        for (var feature = 0; feature < Features; feature++)
        {
            for (var row = 0; row < values.Length; row++) values[row] = sample[(row * Features) + feature];
            Array.Sort(values);
            cuts[feature] = CutsOf(values, bins, survey.Maximum[feature]);
        }
    }

    /// <inheritdoc/>
    public override string? Note
    {
        get
        {
            var fewer = cuts.Count(cut => cut.Length + 1 < Bins);
            return fewer == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{fewer} of {Features} features have fewer than {Bins} bins, because quantiles coincide");
        }
    }

    /// <inheritdoc/>
    protected override double[] Numbers => [.. cuts.SelectMany(cut => (double[])[cut.Length, .. cut])];

    /// <inheritdoc/>
    public override int BinsOf(int feature) => cuts[feature].Length + 1;

    /// <inheritdoc/>
    public override int BinOf(int feature, double value)
    {
        var cut = cuts[feature];
        var (low, high) = (0, cut.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (cut[middle] < value) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static double[] CutsOf(double[] sorted, int bins, double largest)
    {
        var cuts = new List<double>();
        for (var k = 1; k < bins && sorted.Length > 0; k++)
        {
            // The place ceil(n k/m) in whole numbers, so that a sample and two copies of it have the same cuts.
            var cut = sorted[(int)((((long)sorted.Length * k) + bins - 1) / bins) - 1];
            if (cut < largest && (cuts.Count == 0 || cut > cuts[^1])) cuts.Add(cut);
        }

        return [.. cuts];
    }
}
