namespace Infoscope.Conformance.Tests.Doubles;

/// <summary>Counts rows of a kind, and refuses those that are not finite; those of another kind too, or not.</summary>
[Estimator("of-kind", Citation = "none: a double")]
[Estimates("rows")]
public sealed class OfKindEstimator(RowKind kind, bool refusesOthers) : IEstimator
{
    private static readonly Quantity Count = new() { Id = "rows", Symbol = "n", Name = "rows", Kind = QuantityKind.Count };

    // Beyond shares in single precision.
    private const double Rounding = 1e-5;

    public InputRequirements Requires(OptionValues options) => new() { Precision = Precision.Double, RowKind = kind, Labels = InputNeed.None };

    public IEstimation Begin(EstimationContext context) => new Estimation(context, row => !refusesOthers || IsOfKind(row));

    private bool IsOfKind(double[] row) => row.All(value => value >= 0) && (kind == RowKind.NonNegative || Math.Abs(row.Sum() - 1) < Rounding);

    private sealed class Estimation(EstimationContext context, Predicate<double[]> takes) : IEstimation
    {
        private long rows;

        public void Observe(in ActivationBlock block)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            for (var row = 0; row < block.Rows; row++)
            {
                double[] values = [.. block.DoubleRow(row)];
                if (!values.All(double.IsFinite) || !takes(values)) throw new NumericalFailureException($"row {block.RowIndices[row]} cannot be counted.");
            }

            rows += block.Rows;
        }

        public EstimateSet Complete() => new() { Estimates = [new Estimate { Quantity = Count, Value = Amount.Count(rows), RowsUsed = rows }] };
    }
}
