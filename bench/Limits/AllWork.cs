using Infoscope.Compute;

namespace Infoscope.Limits;

/// <summary>What is measured: the operations of a compute session in the shapes that estimators use.</summary>
internal static class AllWork
{
    private const int Features = 768, Anchors = 100;

    /// <summary>Makes each operation for a number of threads; the caller runs and disposes one before it takes the next.</summary>
    public static IEnumerable<Func<int, Work>> Makers =>
    [
        threads => Product(threads, Precision.Single, 100_000, 512, 256),
        threads => Product(threads, Precision.Single, 1024, 1024, 1024),
        threads => Product(threads, Precision.Single, 4096, Features, Anchors),
        threads => Product(threads, Precision.Double, 1024, 1024, 1024),
        threads => Product(threads, Precision.Double, 4096, 4096, 32),
        FeatureProducts,
        threads => Kernel(threads, Precision.Single),
        threads => Kernel(threads, Precision.Double),
        SoftAssignment,
        SegmentSums,
        threads => Eigenvalues(threads, 500),
        threads => Eigenvalues(threads, 1500),
        threads => Cholesky(threads, 1500),
    ];

    private static Work Product(int threads, Precision precision, int rows, int inner, int columns)
    {
        var session = Open(threads, precision);
        var (a, b) = (Random(session, rows, inner), Random(session, inner, columns));
        return new Work($"product {rows} x {inner} by {inner} x {columns}, {Name(precision)}", () => session.Multiply(a, b, false, false).Dispose(), session)
        {
            Operations = 2.0 * rows * inner * columns,
            Bytes = Size(precision) * (((double)rows * inner) + ((double)inner * columns) + ((double)rows * columns)),
            IsDouble = precision == Precision.Double,
        };
    }

    // As the spectrum sums up its rows.
    private static Work FeatureProducts(int threads)
    {
        const int rows = 4096;
        var session = Open(threads, Precision.Double);
        var a = Random(session, rows, Features);
        return new Work($"A'A of {rows} x {Features}, double", () => session.Multiply(a, a, true, false).Dispose(), session)
        {
            Operations = 2.0 * rows * Features * Features,
            Bytes = sizeof(double) * (((double)rows * Features) + ((double)Features * Features)),
            IsDouble = true,
        };
    }

    private static Work Kernel(int threads, Precision precision)
    {
        const int points = 2000, features = 256;
        var session = Open(threads, precision);
        var a = Random(session, points, features);
        return new Work($"Gaussian kernel of {points} points of {features}, {Name(precision)}", () => session.GaussianKernel(a, a, 16).Dispose(), session)
        {
            // A difference, and a multiplication and addition of it, for each feature of each pair.
            Operations = 3.0 * points * points * features,
            Bytes = Size(precision) * (((double)points * features) + ((double)points * points)),
            IsDouble = precision == Precision.Double,
        };
    }

    private static Work SoftAssignment(int threads)
    {
        const int rows = 4096;
        var session = Open(threads, Precision.Single);
        var anchors = Random(session, Anchors, Features);
        var (values, shares, entropies) = (Numbers(rows * Features), new double[rows * Anchors], new double[rows]);
        return new Work($"soft assignment of {rows} rows of {Features} to {Anchors} anchors, single", () => session.SoftAssign(values, rows, Features, anchors, 85, shares, entropies), session)
        {
            Operations = 2.0 * rows * Features * Anchors,
            Bytes = ((double)sizeof(float) * rows * Features) + ((double)sizeof(double) * rows * Anchors),
        };
    }

    private static Work SegmentSums(int threads)
    {
        const int rows = 20_000, segments = 5000;
        var session = Open(threads, Precision.Single);
        var a = Random(session, rows, Anchors);
        var sums = session.Accumulator(segments, Anchors);
        int[] segmentOfRow = [.. Enumerable.Range(0, rows).Select(row => (int)(row * 2_654_435_761L % segments))];
        return new Work($"segment sums of {rows} rows of {Anchors} into {segments}, single into double", () => session.SegmentSumAdd(a, segmentOfRow, sums), session)
        {
            Operations = (double)rows * Anchors,
            // A sum is read and written for each row.
            Bytes = ((double)sizeof(float) * rows * Anchors) + (2.0 * sizeof(double) * rows * Anchors),
            IsDouble = true,
        };
    }

    private static Work Eigenvalues(int threads, int size)
    {
        var session = Open(threads, Precision.Double);
        var matrix = Symmetric(session, size);
        return new Work($"eigenvalues of {size} x {size}, double", () => session.SymmetricEigenvalues(matrix), session)
        {
            Operations = 4.0 / 3 * size * size * size,
            Bytes = (double)sizeof(double) * size * size,
            IsDouble = true,
        };
    }

    private static Work Cholesky(int threads, int size)
    {
        var session = Open(threads, Precision.Double);
        var matrix = Symmetric(session, size);
        session.AddDiagonal(matrix, size);
        return new Work($"Cholesky factor of {size} x {size}, double", () => session.Cholesky(matrix).Dispose(), session)
        {
            Operations = 1.0 / 3 * size * size * size,
            Bytes = (double)sizeof(double) * size * size,
            IsDouble = true,
        };
    }

    private static ComputeSession Open(int threads, Precision precision)
    {
        var provider = new CpuComputeProvider();
        var session = provider.Open(provider.Probe()[0], precision);
        session.Threads = threads;
        return session;
    }

    private static Matrix Random(ComputeSession session, int rows, int columns) => session.Upload(Numbers(rows * columns), rows, columns);

    private static Matrix Symmetric(ComputeSession session, int size)
    {
        using var numbers = Random(session, size, 64);
        return session.Multiply(numbers, numbers, false, true);
    }

    private static float[] Numbers(int count)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
    }

    private static int Size(Precision precision) => precision == Precision.Single ? sizeof(float) : sizeof(double);

    private static string Name(Precision precision) => precision == Precision.Single ? "single" : "double";
}
