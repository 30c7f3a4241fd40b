namespace Infoscope.Conformance.Tests.Benchmarking;

/// <summary>The information of two normal numbers from their correlation r: -ln(1 - r^2)/2, with the standard error |r|/sqrt(n) of the delta method.</summary>
[Estimator("correlation", Citation = "Cover and Thomas (2006), example 8.5.1")]
[Estimates("mutual-information")]
public sealed class CorrelationEstimator : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new() { Access = RowAccess.AllRows, Labels = InputNeed.None, Reference = InputNeed.Required };

    public IEstimation Begin(EstimationContext context)
    {
        if (context.Shape is not { Features: 1, ReferenceFeatures: 1 }) throw new ActivationShapeException("one feature on each side is needed");
        return new Estimation();
    }

    private sealed class Estimation : IEstimation
    {
        private double correlation;
        private int rows;

        public void Observe(in ActivationBlock block)
        {
            rows = block.Rows;
            double x = 0, z = 0, xx = 0, zz = 0, xz = 0;
            for (var row = 0; row < rows; row++)
            {
                var (left, right) = (block.ReferenceDouble[row], block.Double[row]);
                (x, z, xx, zz, xz) = (x + left, z + right, xx + (left * left), zz + (right * right), xz + (left * right));
            }

            correlation = ((rows * xz) - (x * z)) / Math.Sqrt(((rows * xx) - (x * x)) * ((rows * zz) - (z * z)));
        }

        // dI/dr = r/(1 - r^2), and the standard deviation of r is (1 - r^2)/sqrt(n).
        public EstimateSet Complete() => new()
        {
            Estimates = [new Estimate { Quantity = Quantities.MutualInformation, Value = Information.FromNats(-0.5 * Math.Log(1 - (correlation * correlation))), StandardError = Math.Abs(correlation) / Math.Sqrt(rows), RowsUsed = rows }],
        };
    }
}
