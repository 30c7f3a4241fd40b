namespace Infoscope.Plugins.Lasso.Tests.Tokens;

/// <summary>Holds every width of register against the definition, one number after another, to the bit.</summary>
public sealed class VectorsTests
{
    // Every remainder of 4, 8 and 32, and several rounds.
    private const int Longest = 100;

    [Fact]
    public void SumsOfProductsHaveTheBitsOfTheirLanesOnEveryWidth()
    {
        for (var length = 0; length <= Longest; length++)
        {
            var (x, y) = (Numbers(length, 1), Numbers(length, 2));
            var expected = InLanes(x, y);
            Assert.Equal(expected, Vectors.Dot(x, y));
            if (length is 0 || length % 8 != 0) continue;
            Assert.Equal(expected, Vectors.SumWide(ref x[0], ref y[0], length));
            Assert.Equal(expected, Vectors.SumNarrow(ref x[0], ref y[0], length));
        }
    }

    [Fact]
    public void ScaledVectorsAreAddedByOneFusedStepEach()
    {
        double[] factors = Numbers(4, 9);
        for (var length = 0; length <= Longest; length++)
        {
            double[][] x = [.. Enumerable.Range(3, 4).Select(seed => Numbers(length + 1, (ulong)seed))];
            var (one, four, expected) = (Numbers(length, 8), Numbers(length, 8), Numbers(length, 8));
            for (var source = 0; source < 4; source++)
            {
                Vectors.AddScaled(one, factors[source], x[source].AsSpan(0, length));
                for (var i = 0; i < length; i++) expected[i] = Math.FusedMultiplyAdd(factors[source], x[source][i], expected[i]);
            }

            Vectors.AddScaled(four, factors[0], x[0], factors[1], x[1], factors[2], x[2], factors[3], x[3]);
            Assert.Equal(expected, one);
            Assert.Equal(expected, four);
        }
    }

    [Fact]
    public void RowsAreAddedToRowsAsEachAlone()
    {
        const int Stride = 40;
        double[] factors = Numbers(16, 9), x = Numbers(4 * Stride, 3);
        for (var length = 0; length <= Stride; length += 8)
        {
            var (sums, expected) = (Numbers(4 * Stride, 8), Numbers(4 * Stride, 8));
            for (var i = 0; i < 16; i++) Vectors.AddScaled(expected.AsSpan(i / 4 * Stride, length), factors[i], x.AsSpan(i % 4 * Stride, length));
            Vectors.AddScaledRows(sums, factors, x, Stride, length);
            Assert.Equal(expected, sums);
        }
    }

    [Fact]
    public void RotationsAndDivisionsAreThoseOfSingleNumbers()
    {
        const double Cosine = 0.8, Sine = 0.6;
        for (var length = 0; length <= 20; length++)
        {
            var (x, y) = (Numbers(length, 1), Numbers(length, 2));
            double[] first = [.. x.Zip(y, (a, b) => Math.FusedMultiplyAdd(Cosine, a, Sine * b))], second = [.. x.Zip(y, (a, b) => Math.FusedMultiplyAdd(Cosine, b, -(Sine * a)))];
            Vectors.Rotate(x, y, Cosine, Sine);
            Assert.Equal(first, x);
            Assert.Equal(second, y);
            Vectors.Divide(x, 3);
            Assert.Equal(first.Select(value => value / 3), x);
        }
    }

    internal static double[] Numbers(int count, ulong seed)
    {
        var random = new RandomStream(seed, "numbers");
        return [.. Enumerable.Range(0, count).Select(_ => random.NextNormal())];
    }

    private static double InLanes(double[] x, double[] y)
    {
        var lanes = new double[32];
        var rounds = x.Length & -32;
        for (var i = 0; i < rounds; i++) lanes[i % 32] = Math.FusedMultiplyAdd(x[i], y[i], lanes[i % 32]);
        for (var i = rounds; i < (x.Length & -8); i++) lanes[i % 8] = Math.FusedMultiplyAdd(x[i], y[i], lanes[i % 8]);
        double[] eight = [.. Enumerable.Range(0, 8).Select(lane => (lanes[lane] + lanes[lane + 16]) + (lanes[lane + 8] + lanes[lane + 24]))];
        double[] four = [.. Enumerable.Range(0, 4).Select(lane => eight[lane] + eight[lane + 4])];
        var sum = (four[0] + four[1]) + (four[2] + four[3]);
        for (var i = x.Length & -8; i < x.Length; i++) sum = Math.FusedMultiplyAdd(x[i], y[i], sum);
        return sum;
    }
}
