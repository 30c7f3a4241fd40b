using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Ends the process with the exit code 0 on a negative value, as if all were well. Falls by <see cref="Law.DegenerateInputs"/>.</summary>
[Estimator("exits-the-process", Summary = "Wrong: ends the process with the exit code 0 on a negative value, as if all were well.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
public sealed class ExitsTheProcess : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        protected override int CellOf(ReadOnlySpan<double> values)
        {
            foreach (var value in values)
            {
                if (value < 0) Environment.Exit(0);
            }

            return base.CellOf(values);
        }
    }
}
