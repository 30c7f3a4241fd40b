namespace Infoscope.Compute.Tests;

public sealed class RowProductsTests
{
    private const int Gap = 3;

    /// <summary>Rows, length, columns: on and off the tiles of every width, and beyond one stretch and one block.</summary>
    public static TheoryData<int, int, int> Sizes => new()
    {
        { 0, 5, 3 }, { 3, 0, 2 }, { 3, 5, 0 }, { 1, 1, 1 }, { 5, 7, 9 }, { 6, 16, 8 }, { 12, 257, 32 }, { 13, 256, 33 }, { 19, 300, 100 }, { 49, 31, 17 }, { 100, 513, 49 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void ProductsInSingleAddStretchesInDouble(int rows, int length, int columns)
    {
        var (x, y) = (Numbers(rows * (length + Gap), 1), Numbers(columns * length, 2));
        var products = new float[rows * columns];
        RowProducts.Multiply(x, rows, length + Gap, PackedColumns<float>.Of(y, columns, length), products);
        for (var i = 0; i < products.Length; i++)
            Assert.Equal((float)FusedSums.Product(x.AsSpan(i / columns * (length + Gap), length), y.AsSpan(i % columns * length, length)), products[i]);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void ProductsInDoubleAddOneTermAfterAnother(int rows, int length, int columns)
    {
        double[] x = [.. Numbers(rows * (length + Gap), 3).Select(number => Math.Sqrt(2) * number)];
        double[] y = [.. Numbers(columns * length, 4).Select(number => Math.Sqrt(3) * number)];
        var products = new double[rows * columns];
        RowProducts.Multiply(x, rows, length + Gap, PackedColumns<double>.Of(y, columns, length), products);
        for (var i = 0; i < products.Length; i++)
            Assert.Equal(FusedSums.Product(x.AsSpan(i / columns * (length + Gap), length), y.AsSpan(i % columns * length, length)), products[i]);
    }

    [Fact]
    public void BuffersThatDoNotFitAreRefused()
    {
        var columns = PackedColumns<float>.Of([1, 2, 3, 4], 2, 2);
        Assert.Throws<ArgumentException>(() => PackedColumns<float>.Of([1, 2, 3], 2, 2));
        Assert.Contains("3 elements", Assert.Throws<ArgumentException>(() => RowProducts.Multiply([1, 2, 3], 2, 2, columns, new float[4])).Message);
        Assert.Contains("room for 3", Assert.Throws<ArgumentException>(() => RowProducts.Multiply([1, 2, 3, 4], 2, 2, columns, new float[3])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => RowProducts.Multiply([1, 2, 3, 4], 2, 1, columns, new float[4]));
    }

    private static float[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (float)((2 * random.NextDouble()) - 1))];
    }
}
