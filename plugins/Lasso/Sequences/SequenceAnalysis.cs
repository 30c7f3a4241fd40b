using Infoscope.Compute;
using Infoscope.Plugins.Lasso.Comparison;
using Infoscope.Plugins.Lasso.Gains;
using Infoscope.Plugins.Lasso.Selection;
using LossOfTokens = Infoscope.Plugins.Lasso.Gains.Removal;

namespace Infoscope.Plugins.Lasso.Sequences;

/// <summary>Everything that is found out about one sequence; all of it is a function of the inner products of its tokens.</summary>
internal sealed class SequenceAnalysis
{
    private const double NotableRoundingNats = 1e-6;

    // The square of one more is more numbers than an array holds.
    private const int MostTokens = 46_340;

    /// <summary>Gets the sequence.</summary>
    public required TokenSequence Tokens { get; init; }

    /// <summary>Gets the gains.</summary>
    public required InformationGains Gains { get; init; }

    /// <summary>Gets the solution that tokens are selected by.</summary>
    public required LassoSolution Solution { get; init; }

    /// <summary>Gets the penalty in the convention of the options.</summary>
    public required double Lambda { get; init; }

    /// <summary>Gets |y|^2 of the regression, after centring where there is an intercept.</summary>
    public required double TargetEnergy { get; init; }

    /// <summary>Gets the selected tokens, the heaviest first.</summary>
    public required IReadOnlyList<int> Selected { get; init; }

    /// <summary>Gets the solutions of the path; empty unless asked for.</summary>
    public required IReadOnlyList<LassoSolution> Path { get; init; }

    /// <summary>Gets the selection beside attention and chance.</summary>
    public required TokenComparison Comparison { get; init; }

    /// <summary>Gets what removing tokens takes away.</summary>
    public required RemovalExperiment Removal { get; init; }

    /// <summary>Gets what the last token's information loses without each token before it alone, in nats.</summary>
    public required double[] TokenLossesNats { get; init; }

    /// <summary>Gets how unevenly single tokens take information away.</summary>
    public required Concentration Concentration { get; init; }

    /// <summary>Gets what a reader should know of the selection.</summary>
    public required SequenceRemarks Remarks { get; init; }

    /// <summary>Analyses a sequence of at least two tokens that does not end in one of zeros. Cost: O(n^2 d + n^3).</summary>
    /// <exception cref="ActivationShapeException">The tokens are more than an array holds inner products of.</exception>
    /// <exception cref="NumericalFailureException">The noise is lost in rounding, a penalty is no number, or an intercept leaves nothing of the last token.</exception>
    public static SequenceAnalysis Of(TokenSequence tokens, LassoOptions options, EstimationContext context)
    {
        if (tokens.Count > MostTokens)
            throw new ActivationShapeException($"sequence {tokens.Sequence} has {tokens.Count} tokens; {context.EstimatorId} holds a number for every two of them and takes at most {MostTokens}: cut it into shorter sequences.");
        var (gram, problem) = ProblemOf(tokens, options, context);
        var gains = InformationGains.Of(context.Compute, gram, options.Sigma, context.Cancellation);
        Check(problem, tokens, options);
        var (solution, selected, outcome) = Select(problem, tokens.Features, options, context.Cancellation);
        var random = context.Random($"random tokens/sequence {tokens.Sequence}");
        var choice = TokenChoice.Of([.. selected], gram.ContextTokens, tokens.Attention, options.RandomSets, random);
        var losses = LossOfTokens.TargetLossOfEach(gains);
        return new SequenceAnalysis
        {
            Tokens = tokens,
            Gains = gains,
            Solution = solution,
            Lambda = solution.Lambda / SumScale(options, tokens.Features),
            TargetEnergy = problem.TargetEnergy,
            Selected = selected,
            Path = options.PathPoints == 0 ? [] : LassoPath.Solve(problem, options.PathPoints, options.PathEnd, context.Cancellation),
            Comparison = TokenComparison.Of(gains, choice, [.. solution.Weights], tokens.Attention, tokens.Sinks, context.Cancellation),
            Removal = RemovalExperiment.Of(gains, choice, context.Cancellation),
            TokenLossesNats = losses,
            Concentration = Concentration.Of(losses),
            Remarks = (solution.IsCertified ? 0 : SequenceRemarks.Uncertified)
                | (solution.IsUnique ? 0 : SequenceRemarks.NotUnique)
                | (selected.Count < options.TopK ? SequenceRemarks.FewerThanAsked : 0)
                | (outcome == TopOutcome.CountJumps ? SequenceRemarks.CountJumps : 0)
                | (IsOrthogonal(problem, tokens.Features) ? SequenceRemarks.Orthogonal : 0)
                | (gains.RoundingNats > NotableRoundingNats ? SequenceRemarks.RoundsGains : 0)
                | (tokens.PaysNoAttention ? SequenceRemarks.SilentAttention : 0)
                | (selected.Count >= tokens.Features ? SequenceRemarks.SelectsAsManyAsFeatures : 0)
                | (DistinctTokens(problem) >= tokens.Features ? SequenceRemarks.HasAsManyAsFeatures : 0),
        };
    }

    // An intercept centres tokens in the regression alone; gains are those of the tokens as they are. What is centred is needed for the tokens that come into question alone.
    private static (TokenGram Gram, LassoProblem Problem) ProblemOf(TokenSequence tokens, LassoOptions options, EstimationContext context)
    {
        var compute = context.Compute;
        using var rows = compute.Upload(tokens.Values, tokens.Count, tokens.Features);
        if (options.UnitRows) compute.NormalizeRows(rows);
        var gram = GramOf(rows, compute);
        if (!options.Intercept) return (gram, LassoProblem.FromGram(gram.Values, gram.Tokens));
        var values = new double[tokens.Values.Length];
        compute.Download(rows, values);
        for (var token = 0; token < tokens.Count; token++) Vectors.Centre(values.AsSpan(token * tokens.Features, tokens.Features));
        if (Vectors.SquaredNorm(values.AsSpan(gram.Target * tokens.Features)) == 0)
            throw new NumericalFailureException($"the last token of sequence {tokens.Sequence} is the same in every feature, and an intercept leaves nothing of it; leave the sequence out, or take {context.EstimatorId}.intercept=false.");
        return (gram, LassoProblem.FromTokens(values, tokens.Count, tokens.Features));
    }

    private static TokenGram GramOf(Matrix rows, ComputeSession compute)
    {
        using var products = compute.Multiply(rows, rows, false, true);
        var values = new double[rows.Rows * rows.Rows];
        compute.Download(products, values);
        return new TokenGram(values, rows.Rows);
    }

    // The penalty is a product, which may be too small or too large for a number.
    private static void Check(LassoProblem problem, TokenSequence tokens, LassoOptions options)
    {
        (string Name, double Value, double Times)[] penalties =
        [
            ("lambda", options.Lambda ?? LassoOptions.PublishedLambda, SumScale(options, tokens.Features)),
            ("lambda-ratio", options.LambdaRatio ?? 1, problem.LambdaMax),
            ("path-end", options.PathPoints > 0 ? options.PathEnd : 1, problem.LambdaMax),
        ];
        foreach (var (name, value, times) in penalties)
        {
            if (!double.IsFinite(value * times) || (value * times == 0 && times > 0))
                throw new NumericalFailureException(FormattableString.Invariant($"{name} is {value}, which makes a penalty of {value * times} in sequence {tokens.Sequence}; lambda max is {problem.LambdaMax:G4} there, and what is far from it is of no use."));
        }
    }

    private static int DistinctTokens(LassoProblem problem) => Enumerable.Range(0, problem.Columns).Count(column => problem.Energy(column) > 0);

    // A sum of d products of numbers is off by at most d roundings of the norms' product; a lambda max no larger may be nothing else.
    private static bool IsOrthogonal(LassoProblem problem, int features) =>
        problem.LambdaMax <= features * Rounding.Unit * Math.Sqrt(problem.TargetEnergy) * problem.LargestNorm;

    private static (LassoSolution Solution, IReadOnlyList<int> Selected, TopOutcome Outcome) Select(LassoProblem problem, int features, LassoOptions options, CancellationToken cancellation)
    {
        if (options.TopK is { } count)
        {
            var top = LassoPath.Top(problem, Math.Min(count, problem.TokenCount), cancellation);
            return (top.Solution, top.Tokens, top.Outcome);
        }

        var solution = options.LambdaRatio is { } ratio
            ? LassoPath.AtRatio(problem, ratio, null, cancellation)
            : LassoSolver.Solve(problem, (options.Lambda ?? LassoOptions.PublishedLambda) * SumScale(options, features), null, cancellation);
        return (solution, solution.Support, TopOutcome.Exact);
    }

    // What takes lambda to the Lambda of 1/2 |y - Xw|^2 + Lambda |w|_1.
    private static double SumScale(LassoOptions options, int features) => options.Penalty == PenaltyScale.Mean ? features : 1;
}
