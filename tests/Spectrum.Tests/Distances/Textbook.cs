namespace Infoscope.Plugins.Spectrum.Tests.Distances;

/// <summary>Matrices and the distances as their definitions say, with d x d matrices and Jacobi rotations: slow, plain, and nothing of what is tested.</summary>
internal static class Textbook
{
    public static double Of(string distance, double[][] one, double[][] two, double ridge, double eps, bool centre)
    {
        var (m1, m2) = (Mean(one), Mean(two));
        var (c1, c2) = (Covariance(one, centre), Covariance(two, centre));
        var (r1, r2) = (Add(c1, Identity(c1), ridge), Add(c2, Identity(c2), ridge));
        return distance switch
        {
            "mean-euclidean" => Math.Sqrt(m1.Zip(m2, (x, y) => (x - y) * (x - y)).Sum()),
            "mean-cosine" => 1 - (Dot(m1, m2) / Math.Sqrt(Dot(m1, m1) * Dot(m2, m2))),
            "covariance-frobenius" => Norm(Add(c1, c2, -1)),
            "covariance-correlation" => 1 - (Trace(Times(c1, c2)) / Norm(c1) / Norm(c2)),
            "bures-wasserstein" => Math.Sqrt(Math.Max(0, SquaredBures(Deviations(one, centre), Deviations(two, centre)))),
            "gaussian-wasserstein" => Math.Sqrt(m1.Zip(m2, (x, y) => (x - y) * (x - y)).Sum() + Math.Max(0, SquaredBures(Deviations(one, true), Deviations(two, true)))),
            "log-euclidean" => Norm(Add(Function(r1, Math.Log), Function(r2, Math.Log), -1)),
            "affine-invariant" => Norm(Function(Times(Function(r1, x => 1 / Math.Sqrt(x)), Times(r2, Function(r1, x => 1 / Math.Sqrt(x)))), Math.Log)),
            "stein-divergence" => LogDeterminant(Add(Scale(r1, 0.5), r2, 0.5)) - ((LogDeterminant(r1) + LogDeterminant(r2)) / 2),
            "von-neumann-divergence" => VonNeumann(Add(Scale(c1, 0.5 / Trace(c1)), c2, 0.5 / Trace(c2))) - ((VonNeumann(Scale(c1, 1 / Trace(c1))) + VonNeumann(Scale(c2, 1 / Trace(c2)))) / 2),
            "coding-rate-distance" => CodingRateDistance(c1, one.Length, c2, two.Length, eps),
            _ => throw new ArgumentOutOfRangeException(nameof(distance), distance, "no such distance."),
        };
    }

    public static double[,] Times(double[,] a, double[,] b)
    {
        var product = new double[a.GetLength(0), b.GetLength(1)];
        for (var i = 0; i < a.GetLength(0); i++)
        {
            for (var j = 0; j < b.GetLength(1); j++)
            {
                for (var k = 0; k < a.GetLength(1); k++) product[i, j] += a[i, k] * b[k, j];
            }
        }

        return product;
    }

    /// <summary>Gives the trace of the root of A^1/2 B A^1/2 as it is defined; rounding leaves it about 8 digits.</summary>
    public static double TraceOfRoot(double[][] one, double[][] two)
    {
        var root = Function(Covariance(one, centre: false), x => Math.Sqrt(Math.Max(0, x)));
        return Trace(Function(Times(root, Times(Covariance(two, centre: false), root)), x => Math.Sqrt(Math.Max(0, x))));
    }

    // For A = X'X and B = Y'Y that trace is the sum of the singular values of X Y', which are the lengths of its columns once rotations have made them orthogonal (Hestenes).
    private static double SquaredBures(double[][] x, double[][] y)
    {
        double[][] columns = [.. y.Select(right => x.Select(left => Dot(left, right)).ToArray())];
        for (var sweep = 0; sweep < 20; sweep++)
        {
            for (var p = 0; p < columns.Length; p++)
            {
                for (var q = p + 1; q < columns.Length; q++)
                {
                    var (u, v) = (columns[p], columns[q]);
                    if (Dot(u, v) == 0) continue;
                    var (sine, cosine) = Math.SinCos(0.5 * Math.Atan2(2 * Dot(u, v), Dot(u, u) - Dot(v, v)));
                    columns[p] = [.. u.Zip(v, (a, b) => (cosine * a) + (sine * b))];
                    columns[q] = [.. u.Zip(v, (a, b) => (cosine * b) - (sine * a))];
                }
            }
        }

        return x.Sum(row => Dot(row, row)) + y.Sum(row => Dot(row, row)) - (2 * columns.Sum(column => Math.Sqrt(Dot(column, column))));
    }

    /// <summary>Gives the rows less their mean, or as they are, over the root of their number: their products are the covariance.</summary>
    private static double[][] Deviations(double[][] rows, bool centre)
    {
        var mean = centre ? Mean(rows) : new double[rows[0].Length];
        return [.. rows.Select(row => row.Zip(mean, (value, middle) => (value - middle) / Math.Sqrt(rows.Length)).ToArray())];
    }

    private static double CodingRateDistance(double[,] a, int n1, double[,] b, int n2, double eps)
    {
        double Rate(double[,] c) => LogDeterminant(Add(Identity(c), c, c.GetLength(0) / (eps * eps))) / 2;
        double n = n1 + n2;
        return Rate(Add(Scale(a, n1 / n), b, n2 / n)) - (n1 / n * Rate(a)) - (n2 / n * Rate(b));
    }

    private static double[] Mean(double[][] rows) => [.. Enumerable.Range(0, rows[0].Length).Select(feature => rows.Average(row => row[feature]))];

    private static double[,] Covariance(double[][] rows, bool centre)
    {
        var mean = centre ? Mean(rows) : new double[rows[0].Length];
        var covariance = new double[mean.Length, mean.Length];
        foreach (var row in rows)
        {
            for (var i = 0; i < mean.Length; i++)
            {
                for (var j = 0; j < mean.Length; j++) covariance[i, j] += (row[i] - mean[i]) * (row[j] - mean[j]) / rows.Length;
            }
        }

        return covariance;
    }

    private static double VonNeumann(double[,] matrix) => -Decomposed(matrix).Values.Where(value => value > 1e-15).Sum(value => value * Math.Log(value));

    private static double LogDeterminant(double[,] matrix) => Decomposed(matrix).Values.Sum(Math.Log);

    private static double[,] Function(double[,] matrix, Func<double, double> function)
    {
        var (values, vectors) = Decomposed(matrix);
        var result = new double[values.Length, values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            for (var j = 0; j < values.Length; j++)
            {
                for (var k = 0; k < values.Length; k++) result[i, j] += function(values[k]) * vectors[i, k] * vectors[j, k];
            }
        }

        return result;
    }

    /// <summary>Cyclic Jacobi rotations; column k of the vectors belongs to value k.</summary>
    private static (double[] Values, double[,] Vectors) Decomposed(double[,] symmetric)
    {
        var (a, vectors) = ((double[,])symmetric.Clone(), Identity(symmetric));
        var size = a.GetLength(0);
        for (var sweep = 0; sweep < 20; sweep++)
        {
            for (var p = 0; p < size; p++)
            {
                for (var q = p + 1; q < size; q++)
                {
                    if (a[p, q] == 0) continue;
                    var (sine, cosine) = Math.SinCos(0.5 * Math.Atan2(2 * a[p, q], a[q, q] - a[p, p]));
                    for (var k = 0; k < size; k++) (a[k, p], a[k, q]) = ((cosine * a[k, p]) - (sine * a[k, q]), (sine * a[k, p]) + (cosine * a[k, q]));
                    for (var k = 0; k < size; k++) (a[p, k], a[q, k]) = ((cosine * a[p, k]) - (sine * a[q, k]), (sine * a[p, k]) + (cosine * a[q, k]));
                    for (var k = 0; k < size; k++) (vectors[k, p], vectors[k, q]) = ((cosine * vectors[k, p]) - (sine * vectors[k, q]), (sine * vectors[k, p]) + (cosine * vectors[k, q]));
                }
            }
        }

        return ([.. Enumerable.Range(0, size).Select(k => a[k, k])], vectors);
    }

    private static double[,] Identity(double[,] like)
    {
        var identity = new double[like.GetLength(0), like.GetLength(0)];
        for (var i = 0; i < like.GetLength(0); i++) identity[i, i] = 1;
        return identity;
    }

    private static double[,] Scale(double[,] matrix, double factor) => Add(new double[matrix.GetLength(0), matrix.GetLength(1)], matrix, factor);

    private static double[,] Add(double[,] a, double[,] b, double factor)
    {
        var sum = (double[,])a.Clone();
        for (var i = 0; i < a.GetLength(0); i++)
        {
            for (var j = 0; j < a.GetLength(1); j++) sum[i, j] += factor * b[i, j];
        }

        return sum;
    }

    private static double Trace(double[,] matrix) => Enumerable.Range(0, matrix.GetLength(0)).Sum(i => matrix[i, i]);

    private static double Norm(double[,] matrix) => Math.Sqrt(matrix.Cast<double>().Sum(x => x * x));

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
