namespace Infoscope.Engine.Tests.Doubles;

/// <summary>A mergeable estimator that fails in one place.</summary>
internal sealed class FailingEstimator(string where) : IEstimator
{
    private int begun;

    public InputRequirements Requires(OptionValues options) => new();

    public IEstimation Begin(EstimationContext context) => where == "begin" && ++begun > 2 ? throw new InvalidOperationException(where) : new Estimation(where);

    private sealed class Estimation(string where) : IMergeableEstimation
    {
        public void Observe(in ActivationBlock block)
        {
            if (where == "cancel") throw new TaskCanceledException();
        }

        public void Merge(IEstimation other)
        {
            if (where == "merge") throw new InvalidOperationException(where);
        }

        public EstimateSet Complete() => where switch
        {
            "complete" => throw new InvalidOperationException(where),
            "null" => null!,
            _ => new EstimateSet { Estimates = [] },
        };

        public void Save(Stream to) => throw new NotSupportedException();

        public void Dispose()
        {
            if (where == "dispose") throw new InvalidOperationException(where);
        }
    }
}
