using Infoscope.Compute;

namespace Infoscope.Plugins.Lasso.Gains;

/// <summary>What each token of a sequence tells beyond others, by a Gaussian process with linear kernel and noise of standard deviation sigma.</summary>
/// <remarks>
/// The gain of a token with posterior variance v given the tokens before it is 1/2 ln(1 + v/sigma^2); v is the optimum of its ridge regression with penalty
/// sigma^2. One Cholesky factor L of K + sigma^2 I gives all of them, its inverse those given all other tokens. Rounding moves a gain by about n 1e-16 |x|^2/sigma^2.
/// </remarks>
internal sealed class InformationGains
{
    // A pivot below this many of its own possible roundings is refused: its gain could be off by 1/128 nat.
    private const double Certainty = 64;

    // Half the distance from 1 to the next double.
    private const double UnitRoundoff = 1.0 / (1L << 53);

    private readonly double[] optima;
    private readonly double[] gains;
    private readonly double[] leaveOneOut;
    private readonly double[] marginal;

    private InformationGains(TokenGram gram, double sigma, double[] optima, RidgeInverse inverse)
    {
        Gram = gram;
        Sigma = sigma;
        Inverse = inverse;
        this.optima = optima;
        var variance = sigma * sigma;
        gains = [.. optima.Select(optimum => GainNats(optimum, variance))];
        marginal = [.. Enumerable.Range(0, gram.Tokens).Select(token => GainNats(gram[token, token], variance))];
        leaveOneOut = inverse.Diagonal();
        for (var token = 0; token < leaveOneOut.Length; token++)
        {
            // No less than the norm allows beside the others; where rounding says less, that is the better answer.
            var least = GainNats(LeastOptimum(gram, token, gram.Trace - gram[token, token], variance), variance);
            leaveOneOut[token] = Math.Max(-0.5 * Math.Log(variance * leaveOneOut[token]), least);
        }
    }

    /// <summary>Gets the inner products.</summary>
    public TokenGram Gram { get; }

    /// <summary>Gets the standard deviation of the noise.</summary>
    public double Sigma { get; }

    /// <summary>Gets by how much rounding may move the gain of a token, at most.</summary>
    public double RoundingNats { get; private init; }

    /// <summary>Gets the inverse of K + sigma^2 I.</summary>
    public RidgeInverse Inverse { get; }

    /// <summary>Gets the gain of each token given those before it.</summary>
    public ReadOnlySpan<double> GainsNats => gains;

    /// <summary>Gets the gain of each token given all others.</summary>
    public ReadOnlySpan<double> LeaveOneOutNats => leaveOneOut;

    /// <summary>Gets the gain of each token given nothing.</summary>
    public ReadOnlySpan<double> MarginalNats => marginal;

    /// <summary>Gets the sum of all gains, 1/2 ln det(I + K/sigma^2), whatever the order of the tokens.</summary>
    public double TotalNats => gains.Sum();

    /// <summary>Gets the gain of the target, the last token.</summary>
    public double LastNats => gains[^1];

    /// <summary>Gets the ridge regression of the target on its context.</summary>
    public RidgeFit Target => RidgeOf(Gram.Target);

    /// <summary>Gets what the context tells about the target, the marginal gain of the target less its gain.</summary>
    public double TargetInformationNats => TargetInformationGivenNats(optima[^1]);

    /// <summary>Factors K + sigma^2 I once and inverts the factor. Cost: n^3/3 + n^3/6 multiplications.</summary>
    /// <exception cref="ArgumentException">The session is not in double precision.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Sigma or its square is not above 0 and finite.</exception>
    /// <exception cref="NumericalFailureException">The noise is lost in the rounding of the inner products.</exception>
    /// <exception cref="OperationCanceledException">The estimation was cancelled.</exception>
    public static InformationGains Of(ComputeSession compute, TokenGram gram, double sigma, CancellationToken cancellation)
    {
        if (compute.Precision != Precision.Double) throw new ArgumentException("information gains need a compute session in double precision.", nameof(compute));
        if (!double.IsNormal(sigma * sigma) || sigma < 0) throw new ArgumentOutOfRangeException(nameof(sigma), sigma, "sigma must be above 0, and its square a normal number.");
        cancellation.ThrowIfCancellationRequested();
        var lower = Factor(compute, gram, sigma);
        var optima = new double[gram.Tokens];
        double earlier = 0, rounding = 0;
        for (var token = 0; token < optima.Length; token++)
        {
            var pivot = lower[token * gram.Tokens + token];
            var roundings = (token + 1) * UnitRoundoff * (gram[token, token] + sigma * sigma);
            if (pivot * pivot <= Certainty * roundings) throw Lost(gram, sigma);

            // Half the relative error of the pivot's square.
            rounding = Math.Max(rounding, 0.5 * roundings / (pivot * pivot));

            // L_tt^2 - sigma^2 without the detour over sigma^2, which would swamp a small norm.
            var optimum = gram[token, token] - Vectors.SquaredNorm(lower.AsSpan(token * gram.Tokens, token));
            optima[token] = Math.Max(optimum, LeastOptimum(gram, token, earlier, sigma * sigma));
            earlier += gram[token, token];
        }

        return new InformationGains(gram, sigma, optima, RidgeInverse.OfFactor(lower, gram.Tokens, cancellation)) { RoundingNats = rounding };
    }

    /// <summary>Gives 1/2 ln(1 + v/sigma^2).</summary>
    public static double GainNats(double optimum, double variance) => 0.5 * Logarithm.OfOnePlus(optimum / variance);

    /// <summary>Gives what tokens tell about the target when its optimum given them is known: 1/2 ln((sigma^2 + |y|^2)/(sigma^2 + v)).</summary>
    public double TargetInformationGivenNats(double optimum)
    {
        var norm = Gram[Gram.Target, Gram.Target];
        return 0.5 * Logarithm.OfOnePlus((norm - optimum) / (Sigma * Sigma + optimum));
    }

    /// <summary>Gives the ridge regression of a token on those before it. Cost: the number of those.</summary>
    /// <remarks>
    /// The residual energy is the optimum less sigma^2 |w|^2. Products that are themselves rounded leave it uncertain by about n 1e-16 |x|^2,
    /// however it is computed; where it is smaller than that, the bound below takes its place.
    /// </remarks>
    public RidgeFit RidgeOf(int token)
    {
        var row = Inverse.FactorRow(token);
        var squaredWeights = Vectors.SquaredNorm(row[..^1]) / (row[^1] * row[^1]);
        var (optimum, variance) = (optima[token], Sigma * Sigma);

        // With z = (-w, 1): e = z'Kz and |Kz|^2 = sigma^4 |w|^2 + v^2, so e is at least |Kz|^2 / trace K.
        double trace = 0;
        for (var earlier = 0; earlier <= token; earlier++) trace += Gram[earlier, earlier];
        var least = trace > 0 ? (variance * variance * squaredWeights + optimum * optimum) / trace : 0;
        return new RidgeFit
        {
            SquaredNorm = Gram[token, token],
            Optimum = optimum,
            ResidualEnergy = Math.Min(Math.Max(optimum - variance * squaredWeights, least), optimum),
            SquaredWeights = squaredWeights,
        };
    }

    // v = sigma^2 x'(S + sigma^2 I)^-1 x, and no eigenvalue of S exceeds the sum of the squared norms of its tokens.
    private static double LeastOptimum(TokenGram gram, int token, double traceOfOthers, double variance) => gram[token, token] * (variance / (traceOfOthers + variance));

    private static double[] Factor(ComputeSession compute, TokenGram gram, double sigma)
    {
        using var matrix = compute.Upload(gram.Values, gram.Tokens, gram.Tokens);
        compute.AddDiagonal(matrix, sigma * sigma);
        try
        {
            using var factor = compute.Cholesky(matrix);
            var lower = new double[gram.Values.Length];
            compute.Download(factor, lower);
            return lower;
        }
        catch (NumericalFailureException)
        {
            throw Lost(gram, sigma);
        }
    }

    /// <summary>Gives the failure of a noise that rounding hides.</summary>
    internal static NumericalFailureException Lost(TokenGram gram, double sigma)
    {
        var largest = Enumerable.Range(0, gram.Tokens).Max(token => gram[token, token]);
        return new NumericalFailureException(FormattableString.Invariant(
            $"noise of sigma {sigma:G4} is lost in the rounding of {gram.Tokens} tokens with norms up to {Math.Sqrt(largest):G4}; normalise the rows or take a larger sigma."));
    }
}
