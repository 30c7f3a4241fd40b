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
            "empty" => new EstimateSet { Estimates = [], Notes = ["nothing to say"] },
            "twice" => Set(X with { LabelSet = "y" }, X with { LabelSet = "y" }),
            "unknown label set" => Set(X with { LabelSet = "z" }),
            "null estimate" => Set(X, null!),
            "kind" => Set(X with { Value = Amount.Ratio(1) }),
            "rows" => Set(X with { RowsUsed = -5 }),
            "error" => Set(X with { StandardError = double.NaN }),
            "bounds" => Set(X with { Floor = Amount.Count(10), Ceiling = Amount.Count(-10) }),
            _ => Set(X),
        };

        private static Estimate X { get; } = new() { Quantity = new Quantity { Id = "x", Symbol = "x", Name = "x", Kind = QuantityKind.Count }, Value = Amount.Count(1), RowsUsed = 1 };

        private static EstimateSet Set(params Estimate[] estimates) => new() { Estimates = estimates };

        public void Save(Stream to) => throw new NotSupportedException();

        public void Dispose()
        {
            if (where == "dispose") throw new InvalidOperationException(where);
        }
    }
}
