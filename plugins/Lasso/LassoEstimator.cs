namespace Infoscope.Plugins.Lasso;

/// <summary>Which tokens of a sequence account for its last one, and what tokens are worth.</summary>
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
[Claims(Law.Deterministic, Exactness.Exact)]
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
