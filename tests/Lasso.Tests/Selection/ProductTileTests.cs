using Infoscope.Plugins.Lasso.Selection;
using Infoscope.Plugins.Lasso.Tests.Tokens;

namespace Infoscope.Plugins.Lasso.Tests.Selection;

public sealed class ProductTileTests
{
    [Fact]
    public void EveryProductHasTheBitsOfItsEightLanesOnEveryWidth()
    {
        const int Stride = 45;
        var values = VectorsTests.Numbers(8 * Stride, 1);
        // Not in order, and two of them the same.
        int[] left = [0, 3 * Stride, Stride, 3 * Stride], right = [7 * Stride, 4 * Stride, 0, 5 * Stride];
        for (var length = 0; length <= Stride; length++)
        {
            double[] expected = [.. left.SelectMany(x => right.Select(y => InLanes(values.AsSpan(x, length), values.AsSpan(y, length))))];
            var sums = new double[16];
            ProductTile.Add(values, left, right, length, sums);
            Assert.Equal(expected, sums);
            if (length % 8 != 0) continue;
            var (wide, narrow) = (new double[16], new double[16]);
            ProductTile.AddWide(values, left, right, length, wide);
            for (var tile = 0; tile < 4; tile++)
            {
                var (i, j) = (2 * (tile / 2), 2 * (tile % 2));
                ProductTile.AddNarrow(values, left.AsSpan(i, 2), right.AsSpan(j, 2), length, narrow.AsSpan((4 * i) + j));
            }

            Assert.Equal(expected, wide);
            Assert.Equal(expected, narrow);
        }
    }

    private static double InLanes(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var lanes = new double[8];
        var whole = x.Length & -8;
        for (var i = 0; i < whole; i++) lanes[i % 8] = Math.FusedMultiplyAdd(x[i], y[i], lanes[i % 8]);
        double[] four = [.. Enumerable.Range(0, 4).Select(lane => lanes[lane] + lanes[lane + 4])];
        var sum = (four[0] + four[1]) + (four[2] + four[3]);
        for (var i = whole; i < x.Length; i++) sum = Math.FusedMultiplyAdd(x[i], y[i], sum);
        return sum;
    }
}
