using System.Buffers;

namespace Infoscope.Plugins.Lasso.Gains;

/// <summary>Removes tokens from a sequence without factoring what is left.</summary>
/// <remarks>
/// With M = (K + sigma^2 I)^-1 the loss of a set T is -1/2 ln det(sigma^2 M_TT), and the inverse of what is left has M_tt - M_tT M_TT^-1 M_Tt in the
/// place of the target t. A set of more than half of the tokens is answered from the rest instead.
/// </remarks>
internal sealed class Removal
{
    private readonly InformationGains gains;
    private readonly CancellationToken cancellation;
    private readonly double variance;
    private readonly double targetPrecision;
    private readonly double targetOptimum;

    /// <summary>Prepares removals from a sequence.</summary>
    public Removal(InformationGains gains, CancellationToken cancellation)
    {
        this.gains = gains;
        this.cancellation = cancellation;
        variance = gains.Sigma * gains.Sigma;
        var last = gains.Inverse.FactorRow(gains.Gram.Target)[^1];
        targetPrecision = last * last;
        targetOptimum = gains.Target.Optimum;
    }

    /// <summary>Gives, for each token of the context, how much less the context tells about the target without it, in nats. Cost: n^2/2.</summary>
    /// <exception cref="NumericalFailureException">The noise is lost in the rounding of the inner products.</exception>
    public static double[] TargetLossOfEach(InformationGains gains)
    {
        var diagonal = gains.Inverse.Diagonal();
        var last = gains.Inverse.FactorRow(gains.Gram.Target);
        var losses = new double[gains.Gram.ContextTokens];
        for (var token = 0; token < losses.Length; token++)
        {
            // M_tt / (M_tt - M_it^2 / M_ii), where M_it = W_tt W_ti and M_tt = W_tt^2.
            losses[token] = LossNats(gains, last[token] / diagonal[token] * last[token]);
        }

        return losses;
    }

    /// <summary>Removes a set of tokens of the context. Cost: |T|^3/6 multiplications, and once n^3/6 for the inverse.</summary>
    /// <param name="tokens">The places of the tokens, each once.</param>
    /// <exception cref="ArgumentException">A place is not in the context, or is there twice.</exception>
    /// <exception cref="NumericalFailureException">The noise is lost in the rounding of the inner products.</exception>
    public RemovalEffect Of(ReadOnlySpan<int> tokens)
    {
        cancellation.ThrowIfCancellationRequested();
        var removed = TokenSet.Ascending(tokens, gains.Gram.ContextTokens);
        return 2 * removed.Length <= gains.Gram.Tokens ? FromInverse(removed) : FromRest(removed);
    }

    private static double LossNats(InformationGains gains, double share) =>
        share < 1 ? -0.5 * Logarithm.OfOnePlus(-share) : throw InformationGains.Lost(gains.Gram, gains.Sigma);

    private RemovalEffect FromInverse(int[] removed)
    {
        var numbers = removed.Length * CholeskyRows.ColumnsFor(removed.Length);
        var block = ArrayPool<double>.Shared.Rent(numbers);
        try
        {
            return FromInverse(removed, block.AsSpan(0, numbers));
        }
        finally
        {
            ArrayPool<double>.Shared.Return(block);
        }
    }

    private RemovalEffect FromInverse(int[] removed, Span<double> block)
    {
        var columns = CholeskyRows.ColumnsFor(removed.Length);
        var lastRow = gains.Inverse.FactorRow(gains.Gram.Target);
        block.Clear();
        for (var j = 0; j < removed.Length; j++)
        {
            var row = gains.Inverse.Row(removed[j], cancellation);
            for (var i = 0; i <= j; i++) block[(i * columns) + j] = variance * row[removed[i]];
            block[(j * columns) + removed.Length] = gains.Sigma * lastRow[removed[j]];
        }

        if (!CholeskyRows.TryFactor(block, removed.Length, columns)) throw InformationGains.Lost(gains.Gram, gains.Sigma);
        double totalLoss = 0, share = 0;
        for (var i = 0; i < removed.Length; i++)
        {
            totalLoss -= Math.Log(block[(i * columns) + i]);
            var toTarget = block[(i * columns) + removed.Length];
            share = Math.FusedMultiplyAdd(toTarget, toTarget, share);
        }

        var lossNats = LossNats(gains, share);
        return new RemovalEffect
        {
            // sigma^2 + v is one over the target's precision; removal divides it by 1 - share, which adds to v without a subtraction.
            TargetOptimum = targetOptimum + share / (1 - share) / targetPrecision,
            TargetLossNats = lossNats,
            TotalLossNats = totalLoss,
        };
    }

    private RemovalEffect FromRest(int[] removed)
    {
        var rest = TokenSet.Complement(removed, gains.Gram.ContextTokens);
        var (optimum, contextNats) = SubsetRidge.Of(gains, rest);
        return new RemovalEffect
        {
            TargetOptimum = optimum,
            TargetLossNats = gains.TargetInformationNats - gains.TargetInformationGivenNats(optimum),
            TotalLossNats = gains.TotalNats - contextNats - InformationGains.GainNats(optimum, variance),
        };
    }
}
