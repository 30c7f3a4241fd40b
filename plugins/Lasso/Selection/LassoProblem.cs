namespace Infoscope.Plugins.Lasso.Selection;

/// <summary>The regression of a sequence's last token on those before it: minimise 1/2 |y - Xw|^2 + Lambda |w|_1.</summary>
/// <remarks>
/// The columns of X are the distinct context tokens; identical ones are merged into the last of them. A column of zeros stays and is never selected.
/// With the penalty lambda of the mean convention, 1/(2d) |y - Xw|^2 + lambda |w|_1, Lambda is d lambda.
/// Made from a Gram matrix it has all inner products; made from tokens it has those of the columns that entered, and all of them once those are more than half.
/// </remarks>
internal sealed class LassoProblem
{
    private readonly double[]?[] rows;
    private readonly double[] correlations;
    private readonly double[] energies;
    private readonly double[] norms;
    private readonly int[] tokens;
    private readonly TokenVectors? vectors;
    private readonly List<int> entered = [];

    private LassoProblem(double[]?[] rows, double[] correlations, double[] energies, double targetEnergy, TokenGroups groups, int tokenCount, TokenVectors? vectors)
    {
        this.rows = rows;
        this.correlations = correlations;
        this.energies = energies;
        this.vectors = vectors;
        tokens = groups.Representatives;
        TargetEnergy = targetEnergy;
        Groups = groups.Merged;
        TokenCount = tokenCount;
        norms = new double[tokens.Length];
        for (var column = 0; column < norms.Length; column++)
        {
            norms[column] = Math.Sqrt(energies[column]);
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

    /// <summary>Gets whether every inner product is there.</summary>
    public bool IsComplete => vectors is null || entered.Count == Columns;

    /// <summary>Makes the problem from all inner products; with an intercept, from those of centred tokens.</summary>
    /// <param name="gram">The inner products of all n tokens, (n, n) row-major; the lower triangle is read, the last token is the target.</param>
    /// <param name="count">The number n of tokens, at least 2.</param>
    /// <exception cref="NumericalFailureException">An inner product is not finite, or the target is zero.</exception>
    public static LassoProblem FromGram(ReadOnlySpan<double> gram, int count)
    {
        Check(gram, count);
        var energies = new double[count];
        for (var token = 0; token < count; token++) energies[token] = gram[token * count + token];
        CheckTarget(energies);
        var groups = TokenGroups.Find(gram, count, energies);
        var tokens = groups.Representatives;
        var rows = new double[tokens.Length][];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = new double[tokens.Length];
            // A token whose energy underflows is a zero column in all that follows.
            if (!(energies[tokens[i]] > 0)) continue;
            var products = gram.Slice(tokens[i] * count, count);
            for (var j = 0; j <= i; j++) rows[i][j] = energies[tokens[j]] > 0 ? products[tokens[j]] : 0;
        }

        Mirror(rows);
        var toTarget = gram[((count - 1) * count)..];
        var correlations = new double[tokens.Length];
        for (var i = 0; i < rows.Length; i++) correlations[i] = energies[tokens[i]] > 0 ? toTarget[tokens[i]] : 0;
        return new LassoProblem(rows, correlations, OfColumns(energies, tokens), energies[^1], groups, count - 1, null);
    }

    /// <summary>Makes the problem from the tokens themselves, and computes no more inner products than are needed; with an intercept, from centred tokens.</summary>
    /// <param name="values">The tokens, row-major (count, features), the target last; not to be changed afterwards.</param>
    /// <param name="count">The number n of tokens, at least 2.</param>
    /// <param name="features">The number of features.</param>
    /// <exception cref="NumericalFailureException">A squared norm is not finite, or the target is zero.</exception>
    public static LassoProblem FromTokens(double[] values, int count, int features)
    {
        var vectors = new TokenVectors(values, count, features);
        CheckTarget(vectors.Energies);
        var groups = TokenGroups.Find(values, features, vectors.Energies);
        var tokens = groups.Representatives;
        var energies = OfColumns(vectors.Energies, tokens);
        double[] correlations = [.. tokens.Select((token, column) => energies[column] > 0 ? vectors.Correlations[token] : 0)];
        return new LassoProblem(new double[tokens.Length][], correlations, energies, vectors.Energies[^1], groups, count - 1, vectors);
    }

    /// <summary>Makes sure that the inner products of some columns with one another are there. Cost O(d) for each that is not.</summary>
    public void Enter(ReadOnlySpan<int> columns, CancellationToken cancellation)
    {
        if (vectors is null) return;
        var fresh = new List<int>();
        foreach (var column in columns)
        {
            if (rows[column] is null) fresh.Add(column);
        }

        if (fresh.Count == 0) return;
        if (2 * (entered.Count + fresh.Count) > Columns) fresh = [.. Enumerable.Range(0, Columns).Where(column => rows[column] is null)];
        var before = entered.Count;
        entered.AddRange(fresh);
        int[] left = [.. fresh.Select(Token)], right = [.. entered.Select(Token)];
        var products = vectors.Products(left, right, lower: true, before, cancellation);
        foreach (var column in fresh) rows[column] = new double[Columns];
        for (var i = 0; i < left.Length; i++)
        {
            for (var j = 0; j <= before + i; j++)
            {
                var product = energies[fresh[i]] > 0 && energies[entered[j]] > 0 ? products[(i * right.Length) + j] : 0;
                rows[fresh[i]]![entered[j]] = rows[entered[j]]![fresh[i]] = product;
            }

            rows[fresh[i]]![fresh[i]] = energies[fresh[i]];
        }
    }

    /// <summary>Makes sure that all inner products are there. Cost O(k^2 d).</summary>
    public void EnterAll(CancellationToken cancellation) => Enter([.. Enumerable.Range(0, Columns)], cancellation);

    /// <summary>Gives X'(y - Xw) for weights w, one per column. Cost O(k s) for s weights other than zero, from tokens O(k d + s d).</summary>
    public void Correlate(ReadOnlySpan<double> weights, Span<double> c)
    {
        if (!IsComplete && weights.ContainsAnyExcept(0.0))
        {
            vectors!.Correlate(tokens, weights, c);
            for (var column = 0; column < c.Length; column++)
            {
                if (!(energies[column] > 0)) c[column] = 0;
            }

            return;
        }

        Correlations.CopyTo(c);
        for (var column = 0; column < weights.Length; column++)
        {
            if (weights[column] != 0) Vectors.AddScaled(c, -weights[column], rows[column]);
        }
    }

    /// <summary>Gives the inner products of one column, which must have entered, with all columns; with those that have not entered there is a 0.</summary>
    public ReadOnlySpan<double> Row(int column) => rows[column];

    /// <summary>Gives the squared norm of a column.</summary>
    public double Energy(int column) => energies[column];

    /// <summary>Gives the token that a column stands for: the last of its group.</summary>
    public int Token(int column) => tokens[column];

    private static double[] OfColumns(double[] energies, int[] tokens) => [.. tokens.Select(token => energies[token])];

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

    private static void CheckTarget(double[] energies)
    {
        if (!(energies[^1] > 0))
            throw new NumericalFailureException($"the target (token {energies.Length - 1}) is zero, or its square is; there is nothing to select tokens for, so leave this sequence out, or normalise the rows.");
    }

    // In squares whose lines stay in the first cache.
    private static void Mirror(double[][] rows)
    {
        const int Square = 32;
        for (var top = 0; top < rows.Length; top += Square)
        {
            for (var left = 0; left <= top; left += Square)
            {
                for (var i = top; i < Math.Min(top + Square, rows.Length); i++)
                {
                    for (var j = left; j < Math.Min(left + Square, i); j++) rows[j][i] = rows[i][j];
                }
            }
        }
    }
}
