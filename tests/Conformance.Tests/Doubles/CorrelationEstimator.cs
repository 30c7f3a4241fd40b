namespace Infoscope.Conformance.Tests.Doubles;

/// <summary>The information of two normal variables, the first feature of the rows and of the reference: -1/2 ln(1 - r^2).</summary>
[Estimator("correlation", Citation = "none: a double")]
[Estimates("mutual-information")]
[Claims(Law.Symmetric, Exactness.Exact)]
[Claims(Law.NonNegative, Exactness.Exact)]
[Claims(Law.SamplePermutation, Exactness.Exact)]
[Claims(Law.Translation, Exactness.Exact)]
[Claims(Law.GlobalScale, Exactness.Exact)]
public sealed class CorrelationEstimator : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new() { Access = RowAccess.AllRows, Reference = InputNeed.Required, Labels = InputNeed.None, Precision = Precision.Double, MinimumRows = 3 };

    public IEstimation Begin(EstimationContext context) => new Estimation(context);

    private sealed class Estimation(EstimationContext context) : IEstimation
    {
        // With less left of the variance the logarithm is of rounding.
        private const double LeastLeft = 1e-6;

        private double correlation;
        private int rows;

        public void Observe(in ActivationBlock block)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            rows = block.Rows;
            foreach (var value in block.Double)
            {
                if (!double.IsFinite(value)) throw new NumericalFailureException("a row is not finite.");
            }

            var (x, y) = (new double[rows], new double[rows]);
            for (var row = 0; row < rows; row++) (x[row], y[row]) = (block.DoubleRow(row)[0], block.ReferenceDouble[row * block.ReferenceFeatures]);
            Centre(x);
            Centre(y);
            correlation = x.Zip(y, (one, other) => one * other).Sum() / Math.Sqrt(x.Sum(one => one * one)) / Math.Sqrt(y.Sum(one => one * one));
        }

        public EstimateSet Complete()
        {
            var left = 1 - (correlation * correlation);
            if (!(left > LeastLeft)) throw new NumericalFailureException("the correlation is 1, or a variable is constant.");
            return new() { Estimates = [new Estimate { Quantity = Quantities.MutualInformation, Value = Information.FromNats(-0.5 * Math.Log(left)), RowsUsed = rows }] };
        }

        private static void Centre(double[] values)
        {
            var mean = values.Average();
            for (var i = 0; i < values.Length; i++) values[i] -= mean;
        }
    }
}
