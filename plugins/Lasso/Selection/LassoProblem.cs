namespace Infoscope.Plugins.Lasso.Selection;

/// <summary>The regression of a sequence's last token on those before it, as the Gram matrix shows it: minimise 1/2 |y - Xw|^2 + Lambda |w|_1.</summary>
/// <remarks>
/// The columns of X are the distinct context tokens; identical ones are merged into the last of them. A column of zeros stays and is never selected.
/// With the penalty lambda of the mean convention, 1/(2d) |y - Xw|^2 + lambda |w|_1, Lambda is d lambda.
/// </remarks>
internal sealed class LassoProblem
{
    private readonly double[] gram;
    private readonly double[] correlations;
    private readonly double[] norms;
    private readonly int[] tokens;

    private LassoProblem(double[] gram, double[] correlations, double targetEnergy, int[] tokens, TokenGroups groups, int tokenCount)
    {
        this.gram = gram;
        this.correlations = correlations;
        this.tokens = tokens;
        TargetEnergy = targetEnergy;
        Groups = groups.Merged;
        TokenCount = tokenCount;
        norms = new double[tokens.Length];
        for (var column = 0; column < norms.Length; column++)
        {
            norms[column] = Math.Sqrt(Energy(column));
            LargestNorm = Math.Max(LargestNorm, norms[column]);
            LambdaMax = Math.Max(LambdaMax, Math.Abs(correlations[column]));
        }
    }

    /// <summary>Gets the number k of context tokens.</summary>
    public int TokenCount { get; }

    /// <summary>Gets the number of columns: of distinct context tokens.</summary>
    public int Columns => tokens.Length;

    /// <summary>Gets |y|^2; positive.</summary>
    public double TargetEnergy { get; }

    /// <summary>Gets the smallest Lambda at which no token is selected: max |X'y|. It is 0 when the target is orthogonal to every token.</summary>
    public double LambdaMax { get; }

    /// <summary>Gets the largest norm of a column.</summary>
    public double LargestNorm { get; }

    /// <summary>Gets the groups of identical tokens, each ascending; the last of a group stands for all.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Groups { get; }

    /// <summary>Gets X'y, one number per column.</summary>
    public ReadOnlySpan<double> Correlations => correlations;

    /// <summary>Gets the norm of each column.</summary>
    public ReadOnlySpan<double> Norms => norms;

    /// <summary>Makes the problem; with an intercept, from the inner products of centred tokens.</summary>
    /// <param name="gram">The inner products of all n tokens, (n, n) row-major; the lower triangle is read, the last token is the target.</param>
    /// <param name="count">The number n of tokens, at least 2.</param>
    /// <exception cref="NumericalFailureException">An inner product is not finite, or the target is zero.</exception>
    public static LassoProblem FromGram(ReadOnlySpan<double> gram, int count)
    {
        Check(gram, count);
        return Build(gram, count, TokenGroups.Find(gram, count));
    }

    /// <summary>Gives the inner products of one column with all columns.</summary>
    public ReadOnlySpan<double> Row(int column) => gram.AsSpan(column * Columns, Columns);

    /// <summary>Gives the squared norm of a column.</summary>
    public double Energy(int column) => gram[column * Columns + column];

    /// <summary>Gives the token that a column stands for: the last of its group.</summary>
    public int Token(int column) => tokens[column];

    private static void Check(ReadOnlySpan<double> gram, int count)
    {
        if (count < 2) throw new ArgumentException($"the sequence has {count} tokens; Lasso needs a target and at least 1 token before it.", nameof(count));
        if (gram.Length != (long)count * count) throw new ArgumentException($"{gram.Length} inner products are no ({count}, {count}) Gram matrix.", nameof(gram));
        for (var i = 0; i < gram.Length; i++)
        {
            if (!double.IsFinite(gram[i]))
                throw new NumericalFailureException($"the inner product of tokens {i / count} and {i % count} is {gram[i]}; Lasso needs finite activations whose squares do not overflow.");
        }
    }

    private static LassoProblem Build(ReadOnlySpan<double> inner, int count, TokenGroups groups)
    {
        var target = count - 1;
        var targetEnergy = inner[target * count + target];
        if (!(targetEnergy > 0))
            throw new NumericalFailureException($"the target (token {target}) is zero, or its square is; there is nothing to select tokens for, so leave this sequence out, or normalise the rows.");
        var tokens = groups.Representatives;
        var gram = new double[tokens.Length * tokens.Length];
        var correlations = new double[tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            // A token whose energy underflows is a zero column in all that follows.
            if (!(inner[tokens[i] * count + tokens[i]] > 0)) continue;
            correlations[i] = inner[target * count + tokens[i]];
            for (var j = 0; j <= i; j++)
            {
                if (!(inner[tokens[j] * count + tokens[j]] > 0)) continue;
                gram[i * tokens.Length + j] = gram[j * tokens.Length + i] = inner[tokens[i] * count + tokens[j]];
            }
        }

        return new LassoProblem(gram, correlations, targetEnergy, tokens, groups, target);
    }
}
