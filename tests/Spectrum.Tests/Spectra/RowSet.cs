using Infoscope.Plugins.Spectrum.Rows;
using Infoscope.Plugins.Spectrum.Spectra;

namespace Infoscope.Plugins.Spectrum.Tests.Spectra;

/// <summary>Rows of a test, with what it asks of them.</summary>
public sealed record RowSet(double[][] Rows, ulong Seed)
{
    public int Count => Rows.Length;

    public int Features => Rows[0].Length;

    /// <summary>Gives a stream for what the test draws.</summary>
    public RandomStream Random(string purpose) => new(Seed, purpose);

    /// <summary>Gives the rows scaled to length 1.</summary>
    public RowSet Unit() => this with { Rows = [.. Rows.Select(row => Scaled(row, 1 / Math.Sqrt(row.Sum(value => value * value))))] };

    /// <summary>Gives other rows of the same kind.</summary>
    public RowSet With(IEnumerable<double[]> rows) => this with { Rows = [.. rows] };

    public static double[] Scaled(double[] row, double factor) => [.. row.Select(value => factor * value)];

    internal RowSpectrum Spectrum()
    {
        using var session = TestCompute.Open();
        return RowSpectrum.Of(List(), session);
    }

    /// <summary>Gives the spectrum by way of Z'Z, whatever the number of rows.</summary>
    internal RowSpectrum SpectrumOfFeatures()
    {
        using var session = TestCompute.Open();
        return RowSpectrum.Of(FeatureProducts(), Count, session);
    }

    internal ProductSum FeatureProducts()
    {
        using var session = TestCompute.Open();
        var sum = new ProductSum(Features);
        sum.AddFeatures(List().ToArray(), session);
        sum.BringBack();
        return sum;
    }

    /// <summary>Gives the rows rotated by as many random reflections as there are features.</summary>
    public RowSet Rotated()
    {
        var random = Random("rotation");
        double[][] rotated = [.. Rows.Select(row => (double[])row.Clone())];
        for (var reflection = 0; reflection < Features; reflection++)
        {
            double[] axis = [.. Enumerable.Range(0, Features).Select(_ => random.NextNormal())];
            var squared = axis.Sum(value => value * value);
            foreach (var row in rotated)
            {
                var twice = 2 * row.Zip(axis, (value, along) => value * along).Sum() / squared;
                for (var feature = 0; feature < row.Length; feature++) row[feature] -= twice * axis[feature];
            }
        }

        return With(rotated);
    }

    private RowList List()
    {
        var list = new RowList(Features);
        foreach (var row in Rows) list.Add(row);
        return list;
    }

    public override string ToString() => $"seed {Seed}:\n{string.Join('\n', Rows.Select(row => string.Join(' ', row.Select(value => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture)))))}";
}
