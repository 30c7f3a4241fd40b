namespace Infoscope.Compute.Tests;

public abstract partial class ComputeConformance
{
    private static readonly int[] EigenSystemSizes = [0, 1, 2, 3, 7, 40, 121];

    public static TheoryData<Precision, string> KindsOfSymmetricMatrices
    {
        get
        {
            var data = new TheoryData<Precision, string>();
            foreach (var kind in new[] { "dense", "rank one", "repeated", "graded", "tridiagonal", "zero", "tiny", "huge" })
            {
                data.Add(Precision.Double, kind);

                // A single holds no magnitude of 1e300.
                if (kind is not ("tiny" or "huge")) data.Add(Precision.Single, kind);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(KindsOfSymmetricMatrices))]
    public void EachRowIsTheUnitEigenvectorOfItsValue(Precision precision, string kind)
    {
        foreach (var size in EigenSystemSizes)
        {
            var matrix = SymmetricMatrices.Of(kind, size);
            var (values, vectors) = EigenSystem(precision, matrix);
            Assert.Equal(values.Order(), values);
            var norm = Norm(matrix);
            var tolerance = norm * VectorTolerance(precision, size);
            AssertClose(Dense.Of(size, size, (k, column) => values[k] * vectors[k, column]), vectors.Times(matrix), (_, _) => Math.Max(tolerance, double.Epsilon));
            AssertClose(
                Dense.Of(size, size, (i, j) => i == j ? 1 : 0),
                vectors.Times(vectors.Transposed()),
                (_, _) => VectorTolerance(precision, size));
        }
    }

    [Theory]
    [MemberData(nameof(KindsOfSymmetricMatrices))]
    public void ValuesThatComeWithVectorsAreThoseThatComeAlone(Precision precision, string kind)
    {
        foreach (var size in EigenSystemSizes)
        {
            var matrix = SymmetricMatrices.Of(kind, size);
            var norm = Norm(matrix);
            foreach (var (alone, together) in Eigenvalues(precision, matrix).Zip(EigenSystem(precision, matrix).Values))
                Assert.Equal(alone, together, tolerance: Math.Max(SpectrumTolerance(size, norm), double.Epsilon));
        }
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void TheEigenvectorsOfTheSecondDifferenceMatrixAreSines(Precision precision)
    {
        const int size = 50;
        var (values, vectors) = EigenSystem(precision, SecondDifference(size));
        var gap = Enumerable.Range(1, size - 1).Min(k => values[k] - values[k - 1]);
        for (var k = 0; k < size; k++)
        {
            var angle = (k + 1) * Math.PI / (size + 1);
            Assert.Equal(2 - (2 * Math.Cos(angle)), values[k], tolerance: SpectrumTolerance(size, 4));

            // A backward error turns a vector by itself over the gap to the nearest value.
            for (var i = 0; i < size; i++)
            {
                var sine = Math.Sqrt(2.0 / (size + 1)) * Math.Sin((i + 1) * angle);
                Assert.Equal(sine * Math.Sign(vectors[k, 0]), vectors[k, i], tolerance: (SpectrumTolerance(size, 4) / gap) + Unit(precision));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void EqualMatricesHaveEigenvectorsOfEqualBits(Precision precision)
    {
        var matrix = SymmetricMatrices.Of("dense", 33);
        AssertSameBits(EigenSystem(precision, matrix).Vectors.Elements, EigenSystem(precision, matrix).Vectors.Elements);

        // What stands above the diagonal is not read.
        var lower = Dense.Of(33, 33, (row, column) => column > row ? double.NaN : matrix[row, column]);
        AssertSameBits(EigenSystem(precision, matrix).Vectors.Elements, EigenSystem(precision, lower).Vectors.Elements);
    }

    private static double Norm(Dense matrix)
    {
        var largest = matrix.Elements.Append(0).Max(Math.Abs);
        return largest == 0 ? 0 : largest * Math.Sqrt(matrix.Elements.Sum(element => element / largest * (element / largest)));
    }

    /// <summary>A backward stable method errs by a small multiple of n units of double; storing n elements of a vector adds their roundings.</summary>
    private static double VectorTolerance(Precision precision, int size) => (20 * size * DoubleUnit) + (precision == Precision.Single ? 2 * Math.Sqrt(size) * SingleUnit : 0);

    private (double[] Values, Dense Vectors) EigenSystem(Precision precision, Dense matrix)
    {
        using var session = Open(precision);
        using var uploaded = Upload(session, matrix);
        var values = session.SymmetricEigenSystem(uploaded, out var vectors);
        using (vectors)
        {
            AssertSameBits(matrix.Elements.Select(x => precision == Precision.Single ? (float)x : x), Download(session, uploaded).Elements);
            Assert.Equal(2, session.LiveMatrices);
            return (values, Download(session, vectors));
        }
    }
}
