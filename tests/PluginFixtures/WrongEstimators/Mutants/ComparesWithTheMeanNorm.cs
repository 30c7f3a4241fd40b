using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Compares each feature with half of the mean norm of the rows instead of with 0. Falls by <see cref="Law.PerSampleScale"/>.</summary>
[Estimator("compares-with-the-mean-norm", Summary = "Wrong: compares each feature with half of the mean norm of the rows instead of with 0.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
[Claims(Law.PerSampleScale, Exactness.Exact)]
public sealed class ComparesWithTheMeanNorm : CellEstimator
{
    public override InputRequirements Requires(OptionValues options) => new() { Survey = true };

    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        protected override int CellOf(ReadOnlySpan<double> values)
        {
            var cell = 0;
            foreach (var value in values[..Signs]) cell = (2 * cell) + (value > Context.Survey!.MeanNorm / 2 ? 1 : 0);
            return cell;
        }
    }
}
