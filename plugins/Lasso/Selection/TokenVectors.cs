namespace Infoscope.Plugins.Lasso.Selection;

/// <summary>The tokens of a problem as vectors, the last of them the target: what a Gram matrix would say, computed when it is asked for.</summary>
internal sealed class TokenVectors
{
    // 64 stretches of 512 doubles take 256 KiB and stay in the second cache while stretches of four others, 16 KiB, pass over them in the first.
    private const int BlockLength = 512, BlockTokens = 64;

    private readonly double[] values;
    private readonly int features;

    /// <summary>Takes over tokens, row-major (count, features), the target last.</summary>
    /// <exception cref="NumericalFailureException">A squared norm is not finite.</exception>
    public TokenVectors(double[] values, int count, int features)
    {
        if (count < 2) throw new ArgumentException($"the sequence has {count} tokens; Lasso needs a target and at least 1 token before it.", nameof(count));
        if (values.Length != (long)count * features) throw new ArgumentException($"{values.Length} values are no {count} tokens of {features} features.", nameof(values));
        (this.values, this.features) = (values, features);
        Energies = new double[count];
        Correlations = new double[count - 1];
        var target = Token(count - 1);
        for (var token = 0; token < count; token++)
        {
            Energies[token] = Vectors.SquaredNorm(Token(token));
            if (!double.IsFinite(Energies[token]))
                throw new NumericalFailureException($"the inner product of tokens {token} and {token} is {Energies[token]}; Lasso needs finite activations whose squares do not overflow.");
            if (token < count - 1) Correlations[token] = Vectors.Dot(Token(token), target);
        }
    }

    /// <summary>Gets the squared norm of each token, the target's last.</summary>
    public double[] Energies { get; }

    /// <summary>Gets the inner product of each token but the target with the target.</summary>
    public double[] Correlations { get; }

    /// <summary>Gives the inner products of some tokens with the target less a combination of others. Cost O(d) for each token.</summary>
    /// <param name="tokens">The tokens; the weights and products are theirs.</param>
    /// <param name="weights">The weights of the combination.</param>
    /// <param name="products">Takes the products.</param>
    public void Correlate(ReadOnlySpan<int> tokens, ReadOnlySpan<double> weights, Span<double> products)
    {
        var residual = Token(Energies.Length - 1).ToArray();
        for (var i = 0; i < tokens.Length; i++)
        {
            if (weights[i] != 0) Vectors.AddScaled(residual, -weights[i], Token(tokens[i]));
        }

        for (var i = 0; i < tokens.Length; i++) products[i] = Vectors.Dot(residual, Token(tokens[i]));
    }

    /// <summary>Gives the inner products of two lists of tokens, row-major. Cost O(d) for each pair; with <paramref name="lower"/> those of left i with right j beyond its group of four are left out.</summary>
    /// <param name="left">The tokens on the left.</param>
    /// <param name="right">The tokens on the right.</param>
    /// <param name="lower">Whether only products with j up to i and <paramref name="offset"/> are wanted.</param>
    /// <param name="offset">By how much further.</param>
    /// <param name="cancellation">Ends the computation.</param>
    public double[] Products(ReadOnlySpan<int> left, ReadOnlySpan<int> right, bool lower, int offset, CancellationToken cancellation)
    {
        var products = new double[left.Length * right.Length];
        Span<double> sums = stackalloc double[ProductTile.Size * ProductTile.Size];
        Span<int> x = stackalloc int[ProductTile.Size], y = stackalloc int[ProductTile.Size];
        for (var start = 0; start < features; start += BlockLength)
        {
            var length = Math.Min(BlockLength, features - start);
            for (var block = 0; block < right.Length; block += BlockTokens)
            {
                cancellation.ThrowIfCancellationRequested();
                var blockEnd = Math.Min(block + BlockTokens, right.Length);
                for (var i = 0; i < left.Length; i += ProductTile.Size)
                {
                    Places(left, i, start, x);
                    var end = lower ? Math.Min(blockEnd, i + offset + ProductTile.Size) : blockEnd;
                    for (var j = block; j < end; j += ProductTile.Size)
                    {
                        Places(right, j, start, y);
                        sums.Clear();
                        ProductTile.Add(values, x, y, length, sums);
                        for (var a = 0; a < ProductTile.Size && i + a < left.Length; a++)
                        {
                            for (var b = 0; b < ProductTile.Size && j + b < right.Length; b++) products[((i + a) * right.Length) + j + b] += sums[(a * ProductTile.Size) + b];
                        }
                    }
                }
            }
        }

        return products;
    }

    // Where there are fewer than four left the last one stands in for more.
    private void Places(ReadOnlySpan<int> tokens, int first, int start, Span<int> places)
    {
        for (var i = 0; i < places.Length; i++) places[i] = (tokens[Math.Min(first + i, tokens.Length - 1)] * features) + start;
    }

    private ReadOnlySpan<double> Token(int token) => values.AsSpan(token * features, features);
}
