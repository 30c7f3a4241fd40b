using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Tells the information of the signs of the rows about the signs of the reference, but looks at its first feature alone. Falls by <see cref="Law.Symmetric"/>.</summary>
[Estimator("looks-at-one-reference-feature", Summary = "Wrong: looks at the first feature of the reference alone.", Citation = "none: a fixture")]
[Estimates("mutual-information")]
[Claims(Law.NonNegative, Exactness.Exact), Claims(Law.Symmetric, Exactness.Exact), Claims(Law.SamplePermutation, Exactness.Exact), Claims(Law.PerSampleScale, Exactness.Exact)]
public sealed class LooksAtOneReferenceFeature : IEstimator
{
    /// <inheritdoc/>
    public InputRequirements Requires(OptionValues options) => new() { Reference = InputNeed.Required, Labels = InputNeed.None, Precision = Precision.Double };

    /// <inheritdoc/>
    public IEstimation Begin(EstimationContext context) => new Pairs(context);

    private sealed class Pairs(EstimationContext context) : IEstimation
    {
        private readonly CellTable table = new();

        public void Observe(in ActivationBlock block)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            for (var i = 0; i < block.Rows; i++)
            {
                var row = block.DoubleRow(i);
                var reference = block.ReferenceDouble.Slice(i * block.ReferenceFeatures, block.ReferenceFeatures);
                if (IsFinite(row) && IsFinite(reference)) table.Add(label: CellOf(reference[..1]), cell: CellOf(row));
                else table.Drop();
            }
        }

        public EstimateSet Complete()
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (table.RowsUsed == 0) throw new NumericalFailureException($"{context.EstimatorId} has no row to count: none of {table.RowsDropped} is finite; check the activations.");
            var information = Information.FromNats(CellNumbers.Of(table, signs: 1).InformationNats);
            return new EstimateSet { Estimates = [new() { Quantity = Quantities.MutualInformation, Value = information, RowsUsed = table.RowsUsed, RowsDropped = table.RowsDropped }] };
        }

        public void Dispose()
        {
        }

        private static bool IsFinite(ReadOnlySpan<double> values)
        {
            foreach (var value in values)
            {
                if (!double.IsFinite(value)) return false;
            }

            return true;
        }

        private static int CellOf(ReadOnlySpan<double> values)
        {
            var cell = 0;
            foreach (var value in values[..Math.Min(values.Length, CellEstimation.MostSigns)]) cell = (2 * cell) + (value > 0 ? 1 : 0);
            return cell;
        }
    }
}
