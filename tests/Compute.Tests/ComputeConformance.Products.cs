namespace Infoscope.Compute.Tests;

public abstract partial class ComputeConformance
{
    /// <summary>Rows, inner length, columns: none, one, odd, on and off the usual tiles.</summary>
    public static TheoryData<int, int, int> ProductSizes => new()
    {
        { 0, 0, 0 }, { 0, 3, 2 }, { 3, 0, 2 }, { 3, 2, 0 }, { 1, 1, 1 }, { 1, 7, 1 }, { 4, 8, 8 }, { 5, 9, 9 }, { 16, 16, 16 }, { 17, 33, 7 }, { 33, 100, 65 }, { 2, 1000, 3 },
    };

    [Theory]
    [MemberData(nameof(ProductSizes))]
    public void AProductIsTheSumOfProducts(int rows, int inner, int columns)
    {
        foreach (var (precision, transposeA, transposeB) in ProductKinds())
        {
            var (a, b) = (Dense.Random(rows, inner, seed: 1), Dense.Random(inner, columns, seed: 2));
            var product = Run(
                precision,
                (session, m) => session.Multiply(m[0], m[1], transposeA, transposeB),
                transposeA ? a.Transposed() : a,
                transposeB ? b.Transposed() : b);
            AssertClose(a.Times(b), product, ProductTolerance(a, b, new Dense(rows, columns), precision));
        }
    }

    [Theory]
    [MemberData(nameof(ProductSizes))]
    public void AProductIsAddedToItsTarget(int rows, int inner, int columns)
    {
        foreach (var (precision, transposeA, transposeB) in ProductKinds())
        {
            var (a, b, c) = (Dense.Random(rows, inner, seed: 3), Dense.Random(inner, columns, seed: 4), Dense.Random(rows, columns, seed: 5));
            var sum = Run(
                precision,
                (session, m) =>
                {
                    session.MultiplyAdd(m[0], m[1], transposeA, transposeB, m[2]);
                    return m[2];
                },
                transposeA ? a.Transposed() : a,
                transposeB ? b.Transposed() : b,
                c);
            AssertClose(a.Times(b).Plus(c), sum, ProductTolerance(a, b, c, precision));
        }
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void ARowOfAProductDependsOnThatRowAlone(Precision precision)
    {
        const int rows = 37;
        var (a, b) = (Dense.Random(rows, 129, seed: 6), Dense.Random(129, 43, seed: 7));
        foreach (var transposeB in new[] { false, true })
        {
            Dense Multiply(Dense some) => Run(precision, (session, m) => session.Multiply(m[0], m[1], false, transposeB), some, transposeB ? b.Transposed() : b);
            var whole = Multiply(a);
            foreach (var size in new[] { 1, 2, 3, 5, 16, 36 })
            {
                var cut = Enumerable.Range(0, (rows + size - 1) / size)
                    .SelectMany(block => Multiply(a.RowRange(block * size, Math.Min(size, rows - (block * size)))).Elements);
                AssertSameBits(whole.Elements, cut);
            }
        }
    }

    [Theory]
    [InlineData(Precision.Double, false)]
    [InlineData(Precision.Double, true)]
    [InlineData(Precision.Single, true)]
    public void ProductsAreSummedInDoubleUnlessAllIsStoredInSingle(Precision precision, bool intoAccumulator)
    {
        // In single, 2^24 + 1 is 2^24, so a sum in single would lose every one of the ones.
        const int count = 1000;
        var row = Dense.Of(1, count + 2, (_, column) => column == 0 ? 1 << 24 : column <= count ? 1 : -(1 << 24));
        var ones = Dense.Of(count + 2, 1, (_, _) => 1);
        var sum = Run(
            precision,
            (session, m) =>
            {
                if (!intoAccumulator) return session.Multiply(m[0], m[1], false, false);
                var accumulator = session.Accumulator(1, 1);
                session.MultiplyAdd(m[0], m[1], false, false, accumulator);
                return accumulator;
            },
            row,
            ones);
        Assert.Equal([count], sum.Elements);
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void AFactorMayBeMultipliedByItself(Precision precision)
    {
        var a = Dense.Random(5, 11, seed: 8);
        var gram = Run(precision, (session, m) => session.Multiply(m[0], m[0], true, false), a);
        AssertClose(a.Transposed().Times(a), gram, ProductTolerance(a.Transposed(), a, new Dense(11, 11), precision));
        AssertSameBits(gram.Elements, gram.Transposed().Elements);
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void HugeAndTinyFactorsAreMultipliedWithoutLoss(Precision precision)
    {
        var huge = precision == Precision.Single ? Math.ScaleB(1, 120) : Math.ScaleB(1, 1000);
        var product = Run(precision, (session, m) => session.Multiply(m[0], m[1], false, false), new Dense(1, 2, [huge, 3]), new Dense(2, 1, [1 / huge, 5]));
        Assert.Equal([16.0], product.Elements);
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void NotANumberSpreadsToItsOwnRowOfAProductOnly(Precision precision)
    {
        var a = Dense.Random(9, 6, seed: 9);
        a[4, 3] = double.NaN;
        var product = Run(precision, (session, m) => session.Multiply(m[0], m[1], false, false), a, Dense.Random(6, 10, seed: 10));
        for (var row = 0; row < 9; row++) Assert.All(product.Row(row), number => Assert.Equal(row == 4, double.IsNaN(number)));
    }

    private static IEnumerable<(Precision Precision, bool TransposeA, bool TransposeB)> ProductKinds() =>
        from precision in new[] { Precision.Single, Precision.Double }
        from transposeA in new[] { false, true }
        from transposeB in new[] { false, true }
        select (precision, transposeA, transposeB);

    /// <summary>
    /// A sum of n products in double, in any order, errs by at most n units of the sum of magnitudes; so does the reference; storing rounds once.
    /// In single at most 256 products are added before their sum is added in double, so n is at most that: gamma(256) is below 257 units.
    /// </summary>
    private static Func<int, int, double> ProductTolerance(Dense a, Dense b, Dense c, Precision precision)
    {
        var magnitudes = a.Map(Math.Abs).Times(b.Map(Math.Abs)).Plus(c.Map(Math.Abs));
        var unitsOfSingle = precision == Precision.Single ? Math.Min(a.Columns, 256) + 1 : 0;
        return (row, column) => magnitudes[row, column] * ((2 * (a.Columns + 2) * DoubleUnit) + (unitsOfSingle * SingleUnit) + Unit(precision));
    }
}
