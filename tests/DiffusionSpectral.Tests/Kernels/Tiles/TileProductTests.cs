using Infoscope.Plugins.DiffusionSpectral.Kernels.Tiles;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Kernels.Tiles;

public sealed class TileProductTests
{
    private const int Edge = TileProduct.Edge, Columns = TileProduct.PanelColumns;

    // Up to 256 roundings to single, of sums of terms between 0 and 1 that are at most the sum itself.
    private const double Rounding = 256.0 / (1 << 24);

    [Theory]
    [InlineData(256, 256)]
    [InlineData(1, 1)]
    [InlineData(8, 3)]
    [InlineData(77, 200)]
    public void WideAndNarrowVectorsGiveTheSameBitsAndThoseOfTheDefinition(int rows, int terms)
    {
        var random = new RandomStream(5, "tile");
        float[] tile = [.. Enumerable.Range(0, Edge * Edge).Select(_ => (float)random.NextDouble())];
        float[] panel = [.. Enumerable.Range(0, Edge * Columns).Select(_ => (float)random.NextDouble())];
        foreach (var transposed in new[] { false, true })
        {
            var (wide, narrow) = (new double[Edge * Columns], new double[Edge * Columns]);
            Array.Fill(wide, 3);
            Array.Fill(narrow, 3);
            if (transposed)
            {
                TileProduct.AddTransposed(tile, panel, wide, rows, terms, wide: true);
                TileProduct.AddTransposed(tile, panel, narrow, rows, terms, wide: false);
            }
            else
            {
                TileProduct.Add(tile, panel, wide, rows, terms, wide: true);
                TileProduct.Add(tile, panel, narrow, rows, terms, wide: false);
            }

            for (var row = 0; row < rows; row++)
            {
                for (var column = 0; column < Columns; column++)
                {
                    float fused = 0;
                    double sum = 0;
                    for (var k = 0; k < terms; k++)
                    {
                        var element = tile[transposed ? (k * Edge) + row : (row * Edge) + k];
                        fused = MathF.FusedMultiplyAdd(element, panel[(k * Columns) + column], fused);
                        sum += (double)element * panel[(k * Columns) + column];
                    }

                    Assert.Equal(3.0 + fused, wide[(row * Columns) + column]);
                    Assert.Equal(3.0 + fused, narrow[(row * Columns) + column]);
                    Assert.Equal(1, fused / sum, Rounding);
                }
            }
        }
    }
}
