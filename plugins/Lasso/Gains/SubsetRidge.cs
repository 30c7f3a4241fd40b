using System.Buffers;

namespace Infoscope.Plugins.Lasso.Gains;

/// <summary>The ridge regression of the target on a subset of its context.</summary>
internal static class SubsetRidge
{
    /// <summary>Gives the target's optimum and the information of the subset itself, in nats. Cost: m^3/6 multiplications for m tokens.</summary>
    /// <exception cref="NumericalFailureException">The noise is lost in the rounding of the inner products.</exception>
    public static (double Optimum, double SubsetNats) Of(InformationGains gains, ReadOnlySpan<int> ascending)
    {
        // Hundreds of sets follow one another, each with a block that the collector counts as large.
        var numbers = ascending.Length * CholeskyRows.ColumnsFor(ascending.Length);
        var block = ArrayPool<double>.Shared.Rent(numbers);
        try
        {
            return Of(gains, ascending, block.AsSpan(0, numbers));
        }
        finally
        {
            ArrayPool<double>.Shared.Return(block);
        }
    }

    private static (double Optimum, double SubsetNats) Of(InformationGains gains, ReadOnlySpan<int> ascending, Span<double> block)
    {
        var (gram, variance, size) = (gains.Gram, gains.Sigma * gains.Sigma, ascending.Length);
        var columns = CholeskyRows.ColumnsFor(size);
        var squares = new double[size + 1];
        block.Clear();
        double trace = 0;
        for (var j = 0; j <= size; j++)
        {
            // Above the diagonal, from the row of the later token: the last column is the target's.
            var products = gram.Row(j < size ? ascending[j] : gram.Target);
            for (var i = 0; i < Math.Min(j + 1, size); i++) block[(i * columns) + j] = products[ascending[i]];
        }

        for (var i = 0; i < size; i++)
        {
            trace += block[(i * columns) + i];
            block[(i * columns) + i] += variance;
        }

        if (!CholeskyRows.TryFactor(block, size, columns)) throw InformationGains.Lost(gram, gains.Sigma);
        double nats = 0;
        for (var i = 0; i < size; i++)
        {
            nats += InformationGains.GainNats(gram[ascending[i], ascending[i]] - squares[i], variance);
            var row = block.Slice(i * columns, columns);
            for (var j = i + 1; j <= size; j++) squares[j] = Math.FusedMultiplyAdd(row[j], row[j], squares[j]);
        }

        var norm = gram[gram.Target, gram.Target];
        return (Math.Max(norm - squares[size], norm * (variance / (trace + variance))), nats);
    }
}
