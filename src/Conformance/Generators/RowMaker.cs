namespace Infoscope.Conformance.Generators;

/// <summary>Makes rows of a kind from a stream of random numbers; with a domain of multiples of 1/16, on that lattice from the start.</summary>
internal sealed class RowMaker(RandomStream random, SampleDomain domain)
{
    private const int MostClusters = 6;

    /// <summary>Makes rows, and tells the cluster of each: where the kind has none, whether its first feature is above zero.</summary>
    public (double[][] Rows, int[] ClusterOf) Make(ActivationKind kind, int count, int features)
    {
        var clusterOf = new int[count];
        var rows = kind switch
        {
            ActivationKind.Clustered => Clustered(count, features, clusterOf),
            ActivationKind.LowRank => LowRank(count, features),
            ActivationKind.Duplicated => Duplicated(count, features, clusterOf),
            ActivationKind.Rectified => Each(count, features, () => Math.Max(0, random.NextNormal() - 0.5)),
            ActivationKind.HeavyTailed => Each(count, features, () => Math.Tan(Math.PI * (random.NextDouble() - 0.5))),
            ActivationKind.BFloat16 => Each(count, features, () => ToBFloat16(random.NextNormal())),
            ActivationKind.HugeNorms => Sized(count, features, 20, 150, 0),
            ActivationKind.TinyNorms => Sized(count, features, -150, -20, 0),
            ActivationKind.MixedNorms => Sized(count, features, -6, 6, 8),
            ActivationKind.ConstantColumns => ConstantColumns(count, features),
            ActivationKind.NearlyCollinear => NearlyCollinear(count, features),
            ActivationKind.AllEqual => AllEqual(count, features),
            ActivationKind.WholeNumbers => Each(count, features, () => random.NextBelow(5) - 2),
            ActivationKind.FarFromZero => FarFromZero(count, features),
            _ => Each(count, features, random.NextNormal),
        };
        if (kind is not (ActivationKind.Clustered or ActivationKind.Duplicated))
        {
            for (var i = 0; i < count; i++) clusterOf[i] = rows[i][0] > 0 ? 1 : 0;
        }

        domain.BringInto(rows);
        return (rows, clusterOf);
    }

    private static double ToBFloat16(double value)
    {
        var bits = BitConverter.SingleToUInt32Bits((float)value);
        // To the nearest, ties to even: half of the last kept place, less one if that place is zero.
        bits = (bits + 0x7FFF + ((bits >> 16) & 1)) & 0xFFFF_0000;
        return BitConverter.UInt32BitsToSingle(bits);
    }

    private double[][] Each(int count, int features, Func<double> draw)
    {
        var rows = new double[count][];
        for (var i = 0; i < count; i++)
        {
            rows[i] = new double[features];
            for (var j = 0; j < features; j++) rows[i][j] = Placed(draw());
        }

        return rows;
    }

    private double Placed(double value) => domain == SampleDomain.Dyadic ? SampleDomains.OnLattice(value) : value;

    // Products of two numbers of the lattice leave it; with a whole factor they stay.
    private double Factor() => domain == SampleDomain.Dyadic ? random.NextBelow(5) - 2 : random.NextNormal();

    private double[][] Normals(int count, int features) => Each(count, features, random.NextNormal);

    private double[][] Clustered(int count, int features, int[] clusterOf)
    {
        var clusters = ClusterCount(random, count);
        var centres = Normals(clusters, features);
        var rows = new double[count][];
        for (var i = 0; i < count; i++)
        {
            clusterOf[i] = (int)random.NextBelow(clusters);
            var centre = centres[clusterOf[i]];
            rows[i] = new double[features];
            for (var j = 0; j < features; j++) rows[i][j] = 3 * centre[j] + Placed(0.5 * random.NextNormal());
        }

        return rows;
    }

    /// <summary>Draws a number of clusters: 2 to 6, and no more than there are rows.</summary>
    public static int ClusterCount(RandomStream random, int count)
    {
        var most = Math.Min(count, MostClusters);
        return most == 1 ? 1 : 2 + (int)random.NextBelow(most - 1);
    }

    private double[][] LowRank(int count, int features)
    {
        var rank = 1 + (int)random.NextBelow(Math.Min(3, Math.Min(count, features) - 1));
        var basis = Normals(rank, features);
        var rows = Zeros(count, features);
        foreach (var row in rows)
        {
            foreach (var direction in basis) AddTo(row, Factor(), direction);
        }

        return rows;
    }

    private double[][] Duplicated(int count, int features, int[] clusterOf)
    {
        var distinct = 1 + (int)random.NextBelow(Math.Min(count - 1, MostClusters));
        var originals = Normals(distinct, features);
        var rows = new double[count][];
        for (var i = 0; i < count; i++)
        {
            clusterOf[i] = (int)random.NextBelow(distinct);
            rows[i] = [.. originals[clusterOf[i]]];
        }

        return rows;
    }

    // The exponents of the norms to base ten lie in a range. Where zeroIn is above 0, one row in so many is zero; where it is 0, half of the draws keep to one size.
    private double[][] Sized(int count, int features, double lowest, double highest, int zeroIn)
    {
        var rows = Normals(count, features);
        var common = zeroIn == 0 && random.NextBelow(2) == 0 ? lowest + (highest - 1 - lowest) * random.NextDouble() : double.NaN;
        foreach (var row in rows)
        {
            var norm = SampleDomains.Norm(row);
            var exponent = double.IsNaN(common) ? lowest + (highest - lowest) * random.NextDouble() : common + random.NextDouble();
            var factor = norm == 0 || (zeroIn > 0 && random.NextBelow(zeroIn) == 0) ? 0 : Math.Pow(10, exponent) / norm;
            for (var j = 0; j < features; j++) row[j] = row[j] * factor + 0.0;
        }

        return rows;
    }

    private double[][] ConstantColumns(int count, int features)
    {
        var rows = Normals(count, features);
        var constant = 1 + (int)random.NextBelow(features);
        for (var j = 0; j < constant; j++)
        {
            var value = random.NextBelow(2) == 0 ? 0 : Placed(1 + Math.Abs(random.NextNormal()));
            foreach (var row in rows) row[j] = value;
        }

        return rows;
    }

    private double[][] NearlyCollinear(int count, int features)
    {
        var direction = Normals(1, features)[0];
        var rows = Each(count, features, () => 1e-6 * random.NextNormal());
        foreach (var row in rows) AddTo(row, Factor(), direction);
        return rows;
    }

    private double[][] AllEqual(int count, int features)
    {
        var row = Normals(1, features)[0];
        var rows = Zeros(count, features);
        foreach (var copy in rows) row.CopyTo(copy, 0);
        return rows;
    }

    private double[][] FarFromZero(int count, int features)
    {
        var centre = Normals(1, features)[0];
        var norm = SampleDomains.Norm(centre);
        var distance = 20 + 30 * random.NextDouble();
        var rows = Normals(count, features);
        foreach (var row in rows)
        {
            for (var j = 0; j < features; j++) row[j] += norm == 0 ? distance : distance * (centre[j] / norm);
        }

        return rows;
    }

    private static double[][] Zeros(int count, int features)
    {
        var rows = new double[count][];
        for (var i = 0; i < count; i++) rows[i] = new double[features];
        return rows;
    }

    private static void AddTo(double[] row, double factor, double[] direction)
    {
        for (var j = 0; j < row.Length; j++) row[j] += factor * direction[j];
    }
}
