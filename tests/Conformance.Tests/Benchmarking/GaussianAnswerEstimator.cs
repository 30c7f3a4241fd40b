namespace Infoscope.Conformance.Tests.Benchmarking;

/// <summary>Answers every label set with a normal number of its own, whatever the rows are, and states its standard deviation as the standard error.</summary>
[Estimator("gaussian-answer", Citation = "none: a double")]
[Estimates("mutual-information")]
public sealed class GaussianAnswerEstimator(double mean, double standardDeviation) : IEstimator
{
    /// <summary>Gets the seeds on which it fails.</summary>
    public Predicate<ulong> FailsOn { get; init; } = _ => false;

    /// <summary>Gets the fewest features that it takes.</summary>
    public int FewestFeatures { get; init; }

    public InputRequirements Requires(OptionValues options) => new() { Access = RowAccess.AllRows };

    public IEstimation Begin(EstimationContext context)
    {
        if (context.Shape.Features < FewestFeatures) throw new ActivationShapeException($"at least {FewestFeatures} features are needed");
        return new Estimation(context, this, mean + (standardDeviation * context.Random("answer").NextNormal()), standardDeviation);
    }

    private sealed class Estimation(EstimationContext context, GaussianAnswerEstimator owner, double answer, double error) : IEstimation
    {
        private int rows;

        public void Observe(in ActivationBlock block) => rows += block.Rows;

        public EstimateSet Complete()
        {
            if (owner.FailsOn(context.Seed)) throw new NumericalFailureException($"seed {context.Seed} is not for me");
            return new()
            {
                Estimates = [.. context.LabelSets.Select(set => new Estimate { Quantity = Quantities.MutualInformation, Value = Information.FromNats(answer), StandardError = error, LabelSet = set.Name, RowsUsed = rows })],
            };
        }
    }
}
