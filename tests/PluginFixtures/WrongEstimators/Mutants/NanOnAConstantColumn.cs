using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Divides by the range of each feature. Falls by <see cref="Law.DegenerateInputs"/>.</summary>
[Estimator("nan-on-a-constant-column", Summary = "Wrong: divides by the range of each feature.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
public sealed class NanOnAConstantColumn : CellEstimator
{
    public override InputRequirements Requires(OptionValues options) => new() { Survey = true };

    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        protected override CellNumbers NumbersOf(CellTable table)
        {
            var right = base.NumbersOf(table);
            var survey = Context.Survey!;
            var ranges = Enumerable.Range(0, Context.Shape.Features).Select(feature => survey.Maximum[feature] - survey.Minimum[feature]);
            return right with { InformationNats = ranges.Aggregate(right.InformationNats, (information, range) => information * range / range) };
        }
    }
}
