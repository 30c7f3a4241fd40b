namespace Infoscope.Plugins.Distributions;

/// <summary>The entropy of rows that are distributions: attention, predictive distributions, softmax outputs.</summary>
/// <remarks>
/// Each row p, divided by its sum, has the entropy H(p) = - sum p ln p. Their mean and standard deviation, the entropy of the mean row, and the difference of that and the mean entropy, which is the
/// Jensen-Shannon divergence among the rows, tell sharp rows from flat ones and rows that differ from rows that are alike.
/// Input: rows (n, T) of at least 0 that sum to 1 within a tolerance, n at least 1; or attention (sequences, heads, T, T), of which the row of each query of each head is one. Rows that are not finite are left out and counted, as are, of attention, those of sequences without.
/// Range: nats, between 0 and ln T; rounding may leave a divergence of equal rows below 0 by some 1e-16. Cost: O(n T) time, O(T) memory, times the number of heads.
/// Standard error: the jackknife that the engine makes. Randomness: none.
/// Exceptions: <see cref="NumericalFailureException"/> when a row has a negative entry or another sum, or no row is left; <see cref="ActivationShapeException"/> when attention does not cover the tokens.
/// Reference: J. Lin, Divergence measures based on the Shannon entropy, 1991, equation 5.1. Safe for any number of threads.
/// </remarks>
[Estimator(
    "row-entropy",
    Summary = "entropy of rows that are distributions, such as attention: mean, spread, and how much rows differ",
    Citation = "J. Lin, Divergence measures based on the Shannon entropy, IEEE Transactions on Information Theory 37, 1991",
    Options = typeof(RowEntropyOptions))]
[Estimates("row-entropy")]
[Estimates("row-entropy-sd")]
[Estimates("mean-row-entropy")]
[Estimates("row-divergence")]
[Claims(Law.SamplePermutation, Exactness.Exact, When = "source=rows")]
[Claims(Law.DimensionPermutation, Exactness.Exact)]
[Claims(Law.LabelRenaming, Exactness.Exact)]
[Claims(Law.ReplicationInvariant, Exactness.Exact, When = "source=rows")]
[Claims(Law.Mergeable, Exactness.Exact)]
[Claims(Law.Deterministic, Exactness.Exact)]
[Claims(Law.DeclaredCeiling, Exactness.Exact)]
[DoesNotClaim(Law.SamplePermutation, Because = "of attention the place of a row is the query that it stands for, so that in another order labels are those of other queries")]
[DoesNotClaim(Law.ReplicationInvariant, Because = "of attention a row is a query, and a copy of it behind the others is the query of another position, which sees more")]
[DoesNotClaim(Law.ReplicationInvariant, Quantity = "row-entropy-sd", Because = "it divides by the number of rows less one, and copies count as rows")]
[VerifyWith("source=attention,normalize=support")]
public sealed class RowEntropyEstimator : IRestoringEstimator
{
    /// <inheritdoc/>
    public InputRequirements Requires(OptionValues options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var bound = options.Bind<RowEntropyOptions>();
        if (bound.Source == DistributionSource.Attention)
        {
            return new InputRequirements
            {
                Access = RowAccess.WholeSequences,
                Sequences = InputNeed.Required,
                Attention = InputNeed.Required,
                BytesPerLabel = 0,
            };
        }

        if (bound.Normalize == EntropyScale.Support)
            throw new OptionException($"{options.Owner}.normalize is 'support', but what a row can see is known of attention alone; set {options.Owner}.source=attention, or leave it out.");
        return new InputRequirements { RowKind = RowKind.Distribution, BytesPerLabel = 0 };
    }

    /// <inheritdoc/>
    public IEstimation Begin(EstimationContext context) => Make(context);

    /// <inheritdoc/>
    public IMergeableEstimation Restore(EstimationContext context, Stream from)
    {
        ArgumentNullException.ThrowIfNull(from);
        var estimation = Make(context);
        estimation.Restore(from);
        return estimation;
    }

    private static RowEntropyEstimation Make(EstimationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Shape.Features < 1) throw new ActivationShapeException($"the rows have {context.Shape.Features} features; row-entropy needs at least 1.");
        return new RowEntropyEstimation(context, context.Options.Bind<RowEntropyOptions>());
    }
}
