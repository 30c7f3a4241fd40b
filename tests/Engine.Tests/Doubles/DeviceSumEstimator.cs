using Infoscope.Compute;

namespace Infoscope.Engine.Tests.Doubles;

/// <summary>Keeps its sum in a matrix of its compute session, as an estimator on a device would.</summary>
internal sealed class DeviceSumEstimator : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new() { Precision = Precision.Double };

    public IEstimation Begin(EstimationContext context) => new Estimation(context);

    private sealed class Estimation(EstimationContext context) : IMergeableEstimation
    {
        private Matrix? sum;

        public void Observe(in ActivationBlock block)
        {
            using var rows = context.Compute.Upload(block.Double, block.Rows, block.Features);
            Add(rows, block.Rows);
        }

        public void Merge(IEstimation other)
        {
            using var theirs = context.Compute.Upload([((Estimation)other).Sum()], 1, 1);
            Add(theirs, 1);
        }

        public EstimateSet Complete() => new()
        {
            Estimates = [new Estimate { Quantity = new Quantity { Id = "sum", Symbol = "s", Name = "sum", Kind = QuantityKind.Count }, Value = Amount.Count(Sum()), RowsUsed = 1 }],
        };

        public void Save(Stream to) => throw new NotSupportedException();

        private void Add(Matrix rows, int count)
        {
            sum ??= context.Compute.Accumulator(1, 1);
            context.Compute.SegmentSumAdd(rows, new int[count], sum);
        }

        private double Sum()
        {
            var value = new double[1];
            if (sum is not null) context.Compute.Download(sum, value);
            return value[0];
        }
    }
}
