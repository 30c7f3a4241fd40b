namespace Infoscope.Conformance.Generators;

/// <summary>Makes distributions of rows of any numbers, in the ways that break estimators of distributions.</summary>
internal sealed class DistributionRows(RandomStream random)
{
    private const int Ways = 8;

    // Of the concentration to base ten: from nearly one-hot to nearly uniform.
    private const double LowestConcentration = -2, HighestConcentration = 2;

    /// <summary>Makes rows in one way, the same for all: shares, a softmax, one-hot rows, equal shares of all or of some, shares rounded to single precision, shares with subnormal ones among them, or Dirichlet rows of one concentration.</summary>
    public double[][] Make(double[][] rows)
    {
        Func<double[], double[]> way = random.NextBelow(Ways) switch
        {
            0 => Shares,
            1 => Softmax,
            2 => OneHot,
            3 => row => Shares(Array.ConvertAll(row, _ => 1.0)),
            4 => row => Shares(Array.ConvertAll(row, value => value > 0 ? 1.0 : 0)),
            5 => row => Array.ConvertAll(Shares(row), share => (double)(float)share),
            6 => WithSubnormal,
            _ => Dirichlet(Math.Pow(10, LowestConcentration + ((HighestConcentration - LowestConcentration) * random.NextDouble()))),
        };
        return Array.ConvertAll(rows, row => way(row));
    }

    /// <summary>Gives exp(z) over its sum.</summary>
    public static double[] Softmax(double[] row)
    {
        var largest = row.Max();
        return Shares(Array.ConvertAll(row, value => Math.Exp(value - largest)));
    }

    private static double[] Shares(double[] row) => RowKind.Distribution.Nearest(row);

    private static double[] OneHot(double[] row)
    {
        var hot = new double[row.Length];
        hot[Array.IndexOf(row, row.Max())] = 1;
        return hot;
    }

    private double[] WithSubnormal(double[] row)
    {
        var shares = (double[])row.Clone();
        shares[random.NextBelow(row.Length)] = 0;
        shares = Shares(shares);
        var place = Array.IndexOf(shares, shares.Min());
        if (shares[place] == 0) shares[place] = random.NextBelow(2) == 0 ? double.Epsilon : 1e-310;
        return shares;
    }

    // Logarithms, because a variable of a small concentration is often below the smallest double; its share then is zero.
    private Func<double[], double[]> Dirichlet(double concentration) => row => Softmax(Array.ConvertAll(row, _ => LogGamma(concentration)));

    // G. Marsaglia, W. W. Tsang, A simple method for generating gamma variables, 2000, for a + 1, times U^(1/a).
    private double LogGamma(double concentration)
    {
        var d = concentration + 1 - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = random.NextNormal();
            var v = 1 + (c * x);
            if (v <= 0) continue;
            v = v * v * v;
            if (Math.Log(1 - random.NextDouble()) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v))) return Math.Log(d * v) + (Math.Log(1 - random.NextDouble()) / concentration);
        }
    }
}
