using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators;

/// <summary>Entropy and information of the sides that rows lie on of random hyperplanes through 0. This one is right, too.</summary>
/// <remarks>
/// As <see cref="SignCells"/>, with the products of a row with k normal random directions in place of its features.
/// Input: rows (n, d), n and d at least 1. A row that is not finite is left out and counted.
/// Range: nats; entropies between 0 and ln min(2^k, n). Cost: O(n k d) time. Randomness: the directions, from the stream "directions". Safe for any number of threads.
/// </remarks>
[Estimator("random-sign-cells", Summary = "Entropy and information of the sides of random hyperplanes.", Citation = "none: a fixture", Options = typeof(RandomSignCellsOptions))]
[VerifyWith("directions=2")]
[Estimates("entropy")]
[Estimates("conditional-entropy")]
[Estimates("mutual-information")]
[Estimates("disentanglement-uniform")]
[Estimates("channel-ceiling")]
[Estimates("null-bias")]
[Claims(Law.NonNegative, Exactness.Exact)]
[Claims(Law.AtMostLabelEntropy, Exactness.Exact)]
[Claims(Law.AtMostOwnEntropy, Exactness.Exact)]
[Claims(Law.ChannelCeiling, Exactness.Exact)]
[Claims(Law.JsdIdentity, Exactness.Exact)]
[Claims(Law.JsdRange, Exactness.Exact)]
[Claims(Law.LabelRefinementMonotone, Exactness.Exact)]
[Claims(Law.ChainRule, Exactness.Exact)]
[Claims(Law.SamplePermutation, Exactness.Exact)]
[Claims(Law.LabelRenaming, Exactness.Exact)]
[Claims(Law.GlobalScale, Exactness.Exact)]
[Claims(Law.PerSampleScale, Exactness.Exact)]
[Claims(Law.DataProcessingLabels, Exactness.Exact)]
[Claims(Law.ReplicationInvariant, Exactness.Exact)]
[Claims(Law.Mergeable, Exactness.Exact)]
[Claims(Law.DeclaredCeiling, Exactness.Exact)]
[Claims(Law.DimensionPermutation, Exactness.InDistribution)]
[Claims(Law.Isometry, Exactness.InDistribution)]
[Claims(Law.ZeroUnderShuffle, Exactness.Statistical)]
[DoesNotClaim(Law.ReplicationInvariant, Quantity = "null-bias", Because = "the bias of independent labels falls with the number of rows, and copies count as rows")]
[DoesNotClaim(Law.MonotonePerDimension, Because = "a monotone map of a feature moves rows across the hyperplanes")]
[DoesNotClaim(Law.Translation, Because = "the hyperplanes go through 0, and a shift moves rows across them")]
[DoesNotClaim(Law.InvertibleLinear, Because = "a linear map that is no scaled rotation changes the angles between rows")]
[DoesNotClaim(Law.AnyInvertible, Because = "an invertible map may send rows of one cell into several")]
[DoesNotClaim(Law.DataProcessingRepresentation, Because = "a function of the rows may tell rows apart that shared a cell")]
public sealed class RandomSignCells : CellEstimator
{
    /// <inheritdoc/>
    public override InputRequirements Requires(OptionValues options)
    {
        options.Bind<RandomSignCellsOptions>();
        return base.Requires(options);
    }

    private protected override CellEstimation Create(EstimationContext context) => new Sides(context, context.Options.Bind<RandomSignCellsOptions>().Directions);

    private sealed class Sides : CellEstimation
    {
        private readonly double[][] directions;

        public Sides(EstimationContext context, int count)
            : base(context)
        {
            var random = context.Random("directions");
            directions = new double[count][];
            for (var i = 0; i < count; i++)
            {
                directions[i] = new double[context.Shape.Features];
                foreach (ref var part in directions[i].AsSpan()) part = random.NextNormal();
            }
        }

        protected override int Signs => directions.Length;

        protected override int CellOf(ReadOnlySpan<double> values)
        {
            // Divided by the largest, so that no product overflows or vanishes and a row's length does not matter.
            double largest = 0;
            foreach (var value in values) largest = Math.Max(largest, Math.Abs(value));
            if (largest == 0) return 0;
            var cell = 0;
            foreach (var direction in directions)
            {
                double product = 0;
                for (var feature = 0; feature < values.Length; feature++) product += direction[feature] * (values[feature] / largest);
                cell = (2 * cell) + (product > 0 ? 1 : 0);
            }

            return cell;
        }
    }
}
