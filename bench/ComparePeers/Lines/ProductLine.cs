using Infoscope.Compute;
using Infoscope.ComparePeers.Ours;
using Infoscope.ComparePeers.Results;
using Infoscope.ComparePeers.Running;
using Infoscope.Measuring;

namespace Infoscope.ComparePeers.Lines;

/// <summary>The product of a tall matrix by a small one, against the most that the cores can multiply and add.</summary>
internal sealed class ProductLine : ILine
{
    private const int Inner = 512, Columns = 256;
    private const double PeakSeconds = 0.2;

    /// <inheritdoc/>
    public string Name => "product";

    /// <inheritdoc/>
    public IEnumerable<LineResult> Run(Bench bench)
    {
        var rows = bench.Settings.Size(100_000, 8_000);
        var random = new RandomStream(3, "product");
        float[] left = [.. Enumerable.Range(0, rows * Inner).Select(_ => (float)random.NextDouble())], right = [.. Enumerable.Range(0, Inner * Columns).Select(_ => (float)random.NextDouble())];
        using var session = Contexts.Open(Precision.Single, Settings.Threads);
        using var a = session.Upload(left, rows, Inner);
        using var b = session.Upload(right, Inner, Columns);
        var operations = 2.0 * rows * Inner * Columns;
        var product = new float[rows * Columns];
        var pairs = Pairs.Run(
            bench.Settings.Times(15),
            () => Measurement.Of(() =>
            {
                using var result = session.Multiply(a, b, transposeA: false, transposeB: false);
                return new Dictionary<string, double[]>();
            }),
            () =>
            {
                // The seconds in which the cores would do as much: of the clock, which other programs share, and of processors that nothing disturbs.
                var peak = FmaPeak.Single(Settings.Threads, PeakSeconds);
                return new Measurement(new Cost(operations / peak.Sustained, Settings.Threads * operations / peak.Best), new Dictionary<string, double[]>());
            });
        using (var result = session.Multiply(a, b, transposeA: false, transposeB: false)) session.Download(result, product);
        yield return Row.OfPairs(
            Name, $"product {rows} x {Inner} by {Inner} x {Columns}, float32", $"measured peak of {Settings.Threads} cores, {FmaPeak.VectorBits} bits", Limit.AtLeast(0.6), pairs,
            Check(left, right, product), bench.Settings) with { Unit = "of peak" };
    }

    // Some rows by the definition, in double.
    private static Agreement Check(float[] left, float[] right, float[] product)
    {
        const int every = 997;
        double largest = 0;
        for (var row = 0; row < product.Length / Columns; row += every)
        {
            for (var column = 0; column < Columns; column++)
            {
                double sum = 0;
                for (var i = 0; i < Inner; i++) sum += (double)left[(row * Inner) + i] * right[(i * Columns) + column];
                largest = Math.Max(largest, Math.Abs((product[(row * Columns) + column] - sum) / sum));
            }
        }

        // Sums of positive terms in single: each of some hundred additions may round by 6e-8.
        return new(largest, 1e-5);
    }
}
