namespace Infoscope.Plugins.Lasso;

/// <summary>Which tokens of a sequence account for its last one, and what tokens are worth.</summary>
/// <remarks>
/// The Lasso of the last token on those before it selects tokens; a Gaussian process with linear kernel, which is ridge regression, gives the information gain of every token, and what the selected ones, the most attended
/// ones and random ones tell about the last token and take away when they go. With several sequences every number is the mean over them.
/// Standard error: the jackknife over sequences that the engine makes; one sequence has none.
/// Input: sequences of tokens (n, d), n at least 2 that are finite; attention (heads, n, n) of any number of sequences, or none. Tokens that are not finite are left out and counted.
/// Range: gains in nats, each between 0 and 1/2 ln(1 + |z|^2/sigma^2); residuals and shares between 0 and 1. Cost: O(n^2 d + n^3) time and O(n^2) memory per sequence,
/// and O(m^3) for each random set of m tokens.
/// Exceptions: <see cref="NumericalFailureException"/> when no sequence is usable, a token of zeros is refused, the noise is lost in the rounding of the inner products, a penalty is no number, or an intercept leaves nothing of a last token;
/// <see cref="ActivationShapeException"/> when attention does not cover the tokens or is no number of at least 0, or a sequence has more than 46,340 tokens.
/// Randomness: random sets from the streams "random tokens/sequence S". Reference: Tan, Li, Huang, arXiv 2402.03471. Safe for any number of threads.
/// </remarks>
[Estimator(
    "lasso",
    Summary = "which tokens of a sequence account for its last one (Lasso), and the information gain of tokens (ridge)",
    Citation = "Z. Tan, C. Li, W. Huang, The Information of Large Language Model Geometry, arXiv 2402.03471",
    Options = typeof(LassoOptions))]
[Estimates("information-gain")]
[Estimates("information-gain-last")]
[Estimates("information-gain-per-token")]
[Estimates("token-gain")]
[Estimates("leave-one-out-gain")]
[Estimates("marginal-gain")]
[Estimates("token-attention")]
[Estimates("token-loss")]
[Estimates("context-information")]
[Estimates("ridge-optimum")]
[Estimates("ridge-residual")]
[Estimates("selected-tokens")]
[Estimates("lambda")]
[Estimates("lambda-ratio")]
[Estimates("lasso-residual")]
[Estimates("duality-gap")]
[Estimates("lasso-weight")]
[Estimates("path-tokens")]
[Estimates("path-residual")]
[Estimates("information-retained")]
[Estimates("refit-residual")]
[Estimates("subset-ridge-optimum")]
[Estimates("overlap")]
[Estimates("jaccard")]
[Estimates("rank-correlation")]
[Estimates("removal-loss")]
[Estimates("removal-loss-total")]
[Estimates("removal-chance")]
[Estimates("concentration-gini")]
[Estimates("concentration-entropy")]
[Estimates("concentration-participation")]
[Estimates("concentration-half")]
[Claims(Law.DimensionPermutation, Exactness.Exact, Quantity = "information-gain")]
[Claims(Law.Isometry, Exactness.Exact, Quantity = "information-gain")]
[Claims(Law.GlobalScale, Exactness.Exact, Quantity = "information-gain", When = "unit-rows=true")]
[Claims(Law.PerSampleScale, Exactness.Exact, Quantity = "information-gain", When = "unit-rows=true")]
[Claims(Law.DimensionPermutation, Exactness.Exact, Quantity = "information-gain-last")]
[Claims(Law.Isometry, Exactness.Exact, Quantity = "information-gain-last")]
[Claims(Law.GlobalScale, Exactness.Exact, Quantity = "information-gain-last", When = "unit-rows=true")]
[Claims(Law.PerSampleScale, Exactness.Exact, Quantity = "information-gain-last", When = "unit-rows=true")]
[Claims(Law.DimensionPermutation, Exactness.Exact, Quantity = "information-gain-per-token")]
[Claims(Law.Isometry, Exactness.Exact, Quantity = "information-gain-per-token")]
[Claims(Law.GlobalScale, Exactness.Exact, Quantity = "information-gain-per-token", When = "unit-rows=true")]
[Claims(Law.PerSampleScale, Exactness.Exact, Quantity = "information-gain-per-token", When = "unit-rows=true")]
[Claims(Law.DimensionPermutation, Exactness.Exact, Quantity = "leave-one-out-gain")]
[Claims(Law.Isometry, Exactness.Exact, Quantity = "leave-one-out-gain")]
[Claims(Law.GlobalScale, Exactness.Exact, Quantity = "leave-one-out-gain", When = "unit-rows=true")]
[Claims(Law.PerSampleScale, Exactness.Exact, Quantity = "leave-one-out-gain", When = "unit-rows=true")]
[Claims(Law.DimensionPermutation, Exactness.Exact, Quantity = "marginal-gain")]
[Claims(Law.Isometry, Exactness.Exact, Quantity = "marginal-gain")]
[Claims(Law.GlobalScale, Exactness.Exact, Quantity = "marginal-gain", When = "unit-rows=true")]
[Claims(Law.PerSampleScale, Exactness.Exact, Quantity = "marginal-gain", When = "unit-rows=true")]
[Claims(Law.DimensionPermutation, Exactness.Exact, Quantity = "context-information")]
[Claims(Law.Isometry, Exactness.Exact, Quantity = "context-information")]
[Claims(Law.GlobalScale, Exactness.Exact, Quantity = "context-information", When = "unit-rows=true")]
[Claims(Law.PerSampleScale, Exactness.Exact, Quantity = "context-information", When = "unit-rows=true")]
[Claims(Law.DimensionPermutation, Exactness.Exact, Quantity = "ridge-optimum")]
[Claims(Law.Isometry, Exactness.Exact, Quantity = "ridge-optimum")]
[Claims(Law.GlobalScale, Exactness.Exact, Quantity = "ridge-optimum", When = "unit-rows=true")]
[Claims(Law.PerSampleScale, Exactness.Exact, Quantity = "ridge-optimum", When = "unit-rows=true")]
[Claims(Law.DimensionPermutation, Exactness.Exact, Quantity = "ridge-residual")]
[Claims(Law.Isometry, Exactness.Exact, Quantity = "ridge-residual")]
[Claims(Law.GlobalScale, Exactness.Exact, Quantity = "ridge-residual", When = "unit-rows=true")]
[Claims(Law.PerSampleScale, Exactness.Exact, Quantity = "ridge-residual", When = "unit-rows=true")]
[Claims(Law.DeclaredCeiling, Exactness.Exact, Quantity = "information-gain")]
[Claims(Law.DeclaredCeiling, Exactness.Exact, Quantity = "information-gain-last")]
[Claims(Law.DeclaredCeiling, Exactness.Exact, Quantity = "information-gain-per-token")]
[Claims(Law.DeclaredCeiling, Exactness.Exact, Quantity = "leave-one-out-gain")]
[Claims(Law.DeclaredCeiling, Exactness.Exact, Quantity = "marginal-gain")]
[Claims(Law.DeclaredCeiling, Exactness.Exact, Quantity = "context-information")]
[Claims(Law.DeclaredCeiling, Exactness.Exact, Quantity = "ridge-optimum")]
[Claims(Law.DeclaredCeiling, Exactness.Exact, Quantity = "ridge-residual")]
[Claims(Law.DeclaredCeiling, Exactness.Exact, Quantity = "lasso-residual")]
[Claims(Law.DeclaredCeiling, Exactness.Exact, Quantity = "information-retained")]
[Claims(Law.DeclaredCeiling, Exactness.Exact, Quantity = "refit-residual")]
[Claims(Law.DeclaredCeiling, Exactness.Exact, Quantity = "subset-ridge-optimum")]
[Claims(Law.DeclaredCeiling, Exactness.Exact, Quantity = "removal-loss")]
[Claims(Law.DeclaredCeiling, Exactness.Exact, Quantity = "removal-loss-total")]
[Claims(Law.Deterministic, Exactness.Exact)]
[DoesNotClaim(Law.SamplePermutation, Because = "the last token is the one that is accounted for")]
[DoesNotClaim(Law.GlobalScale, Because = "without unit rows the noise is small or large beside the tokens")]
[DoesNotClaim(Law.PerSampleScale, Because = "without unit rows the noise is small or large beside a token")]
[DoesNotClaim(Law.Translation, Because = "a shift changes the directions of the tokens")]
[DoesNotClaim(Law.InvertibleLinear, Because = "the angles between tokens change")]
[DoesNotClaim(Law.MonotonePerDimension, Because = "the angles between tokens change")]
[DoesNotClaim(Law.AnyInvertible, Because = "the angles between tokens change")]
[DoesNotClaim(Law.ReplicationInvariant, Because = "a repeated token tells little more, and more than nothing")]
[VerifyWith("unit-rows=false")]
[VerifyWith("lambda-ratio=0.1,path-points=3")]
[VerifyWith("top-k=2,token-items=all")]
[VerifyWith("zero-tokens=keep")]
public sealed class LassoEstimator : IRestoringEstimator
{
    /// <inheritdoc/>
    public InputRequirements Requires(OptionValues options)
    {
        ArgumentNullException.ThrowIfNull(options);
        OptionChecks.Check(options.Bind<LassoOptions>(), options.Owner);
        return new InputRequirements
        {
            Access = RowAccess.WholeSequences,
            MinimumRows = 2,
            Precision = Precision.Double,
            Labels = InputNeed.None,
            Sequences = InputNeed.Required,
            Attention = InputNeed.Optional,
        };
    }

    /// <inheritdoc/>
    public IEstimation Begin(EstimationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new LassoEstimation(context);
    }

    /// <inheritdoc/>
    public IMergeableEstimation Restore(EstimationContext context, Stream from)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(from);
        var estimation = new LassoEstimation(context);
        estimation.Restore(from);
        return estimation;
    }
}
