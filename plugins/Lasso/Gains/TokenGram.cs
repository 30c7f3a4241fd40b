namespace Infoscope.Plugins.Lasso.Gains;

/// <summary>The inner products of the tokens of one sequence, in order: the last is the target, those before it are its context.</summary>
internal sealed class TokenGram
{
    private readonly double[] values;

    /// <summary>Takes over an (n, n) matrix, row-major, of which the lower triangle is read.</summary>
    /// <exception cref="ArgumentException">There is no token, the length is not n squared, or a squared norm is negative.</exception>
    /// <exception cref="NumericalFailureException">A product is not finite.</exception>
    public TokenGram(double[] values, int tokens)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tokens, 1);
        if (values.Length != (long)tokens * tokens)
            throw new ArgumentException($"{values.Length} values are no Gram matrix of {tokens} tokens; {(long)tokens * tokens} are.", nameof(values));
        this.values = values;
        Tokens = tokens;
        for (var i = 0; i < tokens; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                if (!double.IsFinite(this[i, j]))
                    throw new NumericalFailureException($"the inner product of tokens {j} and {i} is {this[i, j]}; normalise the rows, or scale them down.");
            }

            if (this[i, i] < 0) throw new ArgumentException($"token {i} has squared norm {this[i, i]}; a Gram matrix has none below 0.", nameof(values));
            Trace += this[i, i];
        }
    }

    /// <summary>Gets the number n of tokens.</summary>
    public int Tokens { get; }

    /// <summary>Gets the number n - 1 of tokens before the target.</summary>
    public int ContextTokens => Tokens - 1;

    /// <summary>Gets the place of the target, the last token.</summary>
    public int Target => Tokens - 1;

    /// <summary>Gets the sum of all squared norms.</summary>
    public double Trace { get; }

    /// <summary>Gets all products, row-major.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>Gives the inner products of a token with itself and those before it.</summary>
    public ReadOnlySpan<double> Row(int token) => values.AsSpan(token * Tokens, token + 1);

    /// <summary>Gets the inner product of two tokens.</summary>
    public double this[int i, int j] => i >= j ? values[i * Tokens + j] : values[j * Tokens + i];
}
